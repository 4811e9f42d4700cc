package dev.thaw.engine.s3;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import software.amazon.awssdk.services.s3.model.HeadBucketRequest;
import software.amazon.awssdk.services.s3.model.HeadBucketResponse;

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadBucket.html. */
record HeadBucket(Buckets buckets) implements Operation<HeadBucketRequest, HeadBucketResponse> {
  @Override
  public HeadBucketResponse handle(Call call, HeadBucketRequest request) {
    var bucket = buckets.bucket(request.bucket());
    return HeadBucketResponse.builder().bucketRegion(bucket.region()).build();
  }
}
