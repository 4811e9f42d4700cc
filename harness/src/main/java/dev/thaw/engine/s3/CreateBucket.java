package dev.thaw.engine.s3;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.CreateBucketResponse;

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html. */
record CreateBucket(Buckets buckets)
    implements Operation<CreateBucketRequest, CreateBucketResponse> {
  @Override
  public CreateBucketResponse handle(Call call, CreateBucketRequest request) {
    buckets.create(request.bucket(), call.caller());
    return CreateBucketResponse.builder().location("/" + request.bucket()).build();
  }
}
