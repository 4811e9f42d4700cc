package dev.thaw.engine.s3;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import software.amazon.awssdk.services.s3.model.DeleteBucketRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketResponse;

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucket.html. */
record DeleteBucket(Buckets buckets)
    implements Operation<DeleteBucketRequest, DeleteBucketResponse> {
  @Override
  public DeleteBucketResponse handle(Call call, DeleteBucketRequest request) {
    buckets.delete(request.bucket());
    return DeleteBucketResponse.builder().build();
  }
}
