package dev.thaw.engine.s3;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import software.amazon.awssdk.services.s3.model.ListBucketsRequest;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListBuckets.html; all on one page. */
record ListBuckets(Buckets buckets) implements Operation<ListBucketsRequest, ListBucketsResponse> {
  @Override
  public ListBucketsResponse handle(Call call, ListBucketsRequest request) {
    var prefix = request.prefix() == null ? "" : request.prefix();
    var found =
        buckets.ownedBy(call.account()).stream()
            .filter(bucket -> bucket.name().startsWith(prefix))
            .map(
                bucket ->
                    software.amazon.awssdk.services.s3.model.Bucket.builder()
                        .name(bucket.name())
                        .creationDate(bucket.created())
                        .bucketRegion(bucket.region())
                        .build())
            .toList();
    return ListBucketsResponse.builder()
        .buckets(found)
        .owner(owner -> owner.id(call.account()))
        .prefix(request.prefix())
        .build();
  }
}
