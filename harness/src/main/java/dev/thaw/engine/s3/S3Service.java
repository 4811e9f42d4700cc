package dev.thaw.engine.s3;

import dev.thaw.engine.protocol.AwsService;
import dev.thaw.engine.protocol.Binding;
import dev.thaw.engine.protocol.BodyLimit;
import dev.thaw.engine.protocol.RestTable;
import dev.thaw.engine.protocol.RestXml;
import dev.thaw.engine.protocol.Service;
import java.util.Map;
import java.util.concurrent.Executor;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadBucketRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.ListBucketsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/**
 * S3's operations: https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations_Amazon_S3.html.
 */
public final class S3Service {
  private static final String NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/";

  // S3 takes 5 GB in one part; here an upload passes through memory.
  private static final BodyLimit OBJECT =
      new BodyLimit(
          300 * 1024 * 1024, S3Error.ENTITY_TOO_LARGE, S3Error.ENTITY_TOO_LARGE.message());

  private S3Service() {}

  public static Service create(Buckets buckets, Executor workers) {
    var protocol =
        new RestXml(
            NAMESPACE,
            Map.of(
                "ListBuckets", "ListAllMyBucketsResult",
                "ListObjectsV2", "ListBucketResult"));
    return new AwsService(
        protocol, withObjects(buckets, bucketOperations(buckets)), workers, Addressing::normalize);
  }

  private static RestTable bucketOperations(Buckets buckets) {
    return RestTable.withSlashesInNames()
        .with(
            "GET",
            "/",
            Binding.of("ListBuckets", ListBucketsRequest::builder, new ListBuckets(buckets)))
        .with(
            "PUT",
            "/{Bucket}",
            Binding.of("CreateBucket", CreateBucketRequest::builder, new CreateBucket(buckets)))
        .with(
            "HEAD",
            "/{Bucket}",
            Binding.of("HeadBucket", HeadBucketRequest::builder, new HeadBucket(buckets)))
        .with(
            "DELETE",
            "/{Bucket}",
            Binding.of("DeleteBucket", DeleteBucketRequest::builder, new DeleteBucket(buckets))
                .status(204))
        .with(
            "GET",
            "/{Bucket}?list-type",
            Binding.of("ListObjectsV2", ListObjectsV2Request::builder, new ListObjectsV2(buckets)));
  }

  private static RestTable withObjects(Buckets buckets, RestTable table) {
    return table
        .with(
            "PUT",
            "/{Bucket}/{Key+}",
            Binding.of("PutObject", PutObjectRequest::builder, new PutObject(buckets))
                .limit(OBJECT))
        .with(
            "GET",
            "/{Bucket}/{Key+}",
            Binding.download("GetObject", GetObjectRequest::builder, new GetObject(buckets)))
        .with(
            "HEAD",
            "/{Bucket}/{Key+}",
            Binding.of("HeadObject", HeadObjectRequest::builder, new HeadObject(buckets)))
        .with(
            "DELETE",
            "/{Bucket}/{Key+}",
            Binding.of("DeleteObject", DeleteObjectRequest::builder, new DeleteObject(buckets))
                .status(204));
  }
}
