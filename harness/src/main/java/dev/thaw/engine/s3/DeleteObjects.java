package dev.thaw.engine.s3;

import dev.thaw.engine.protocol.AwsException;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.s3.model.DeleteObjectsRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.DeletedObject;

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html. */
record DeleteObjects(Buckets buckets)
    implements Operation<DeleteObjectsRequest, DeleteObjectsResponse> {
  private static final int MOST_KEYS = 1000;

  @Override
  public DeleteObjectsResponse handle(Call call, DeleteObjectsRequest request) {
    var delete = request.delete();
    if (delete == null || delete.objects().isEmpty() || delete.objects().size() > MOST_KEYS) {
      throw S3Error.MALFORMED_XML.exception();
    }
    buckets.bucket(request.bucket());
    var deleted = new ArrayList<DeletedObject>();
    var failed = new ArrayList<software.amazon.awssdk.services.s3.model.S3Error>();
    for (var each : delete.objects()) {
      try {
        Versions.check(each.versionId());
        buckets.remove(call, request.bucket(), each.key(), new WriteCondition(each.eTag(), null));
        deleted.add(DeletedObject.builder().key(each.key()).build());
      } catch (AwsException e) {
        failed.add(
            software.amazon.awssdk.services.s3.model.S3Error.builder()
                .key(each.key())
                .versionId(each.versionId())
                .code(e.code())
                .message(e.message())
                .build());
      }
    }
    var isQuiet = Boolean.TRUE.equals(delete.quiet());
    return DeleteObjectsResponse.builder()
        .deleted(isQuiet ? List.of() : deleted)
        .errors(failed)
        .build();
  }
}
