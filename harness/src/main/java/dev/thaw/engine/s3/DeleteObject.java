package dev.thaw.engine.s3;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObject.html. */
record DeleteObject(Buckets buckets)
    implements Operation<DeleteObjectRequest, DeleteObjectResponse> {
  @Override
  public DeleteObjectResponse handle(Call call, DeleteObjectRequest request) {
    Versions.check(request.versionId());
    var condition = new WriteCondition(request.ifMatch(), null);
    buckets.remove(call, request.bucket(), request.key(), condition);
    return DeleteObjectResponse.builder().build();
  }
}
