package dev.thaw.engine.s3;

import dev.thaw.engine.protocol.Binding;
import dev.thaw.engine.protocol.OperationGroup;
import dev.thaw.engine.protocol.RestTable;
import dev.thaw.engine.protocol.RestXml;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectsRequest;
import software.amazon.awssdk.services.s3.model.GetBucketLocationRequest;
import software.amazon.awssdk.services.s3.model.HeadBucketRequest;
import software.amazon.awssdk.services.s3.model.ListBucketsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;

/** Operations on buckets. */
record BucketOperations(Buckets buckets, RestXml protocol) implements OperationGroup {
  private static final String BUCKET = "/{Bucket}";

  @Override
  public RestTable addTo(RestTable table) {
    return table
        .with(
            "GET",
            "/",
            Binding.of("ListBuckets", ListBucketsRequest::builder, new ListBuckets(buckets))
                .lacking("MaxBuckets", "ContinuationToken", "BucketRegion"))
        .with(
            "GET",
            BUCKET + "?location",
            Binding.download(
                "GetBucketLocation",
                GetBucketLocationRequest::builder,
                new GetBucketLocation(buckets, protocol)))
        .with(
            "POST",
            BUCKET + "?delete",
            Binding.of("DeleteObjects", DeleteObjectsRequest::builder, new DeleteObjects(buckets)))
        .with(
            "GET",
            BUCKET + "?list-type",
            Binding.of("ListObjectsV2", ListObjectsV2Request::builder, new ListObjectsV2(buckets))
                .lacking("OptionalObjectAttributes"))
        .with(
            "PUT",
            BUCKET,
            Binding.of("CreateBucket", CreateBucketRequest::builder, new CreateBucket(buckets))
                .lacking("ObjectLockEnabledForBucket")
                .lackingUnless("ObjectOwnership", "BucketOwnerEnforced"))
        .with(
            "HEAD",
            BUCKET,
            Binding.of("HeadBucket", HeadBucketRequest::builder, new HeadBucket(buckets)))
        .with(
            "DELETE",
            BUCKET,
            Binding.of("DeleteBucket", DeleteBucketRequest::builder, new DeleteBucket(buckets))
                .status(204));
  }
}
