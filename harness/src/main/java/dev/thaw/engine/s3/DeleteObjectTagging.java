package dev.thaw.engine.s3;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import java.util.Map;
import software.amazon.awssdk.services.s3.model.DeleteObjectTaggingRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectTaggingResponse;

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjectTagging.html. */
record DeleteObjectTagging(Buckets buckets)
    implements Operation<DeleteObjectTaggingRequest, DeleteObjectTaggingResponse> {
  @Override
  public DeleteObjectTaggingResponse handle(Call call, DeleteObjectTaggingRequest request) {
    Versions.check(request.versionId());
    buckets.tag(request.bucket(), request.key(), Map.of());
    return DeleteObjectTaggingResponse.builder().build();
  }
}
