package dev.thaw.engine.s3;

import dev.thaw.engine.protocol.AwsService;
import dev.thaw.engine.protocol.OperationGroup;
import dev.thaw.engine.protocol.RestTable;
import dev.thaw.engine.protocol.RestXml;
import dev.thaw.engine.protocol.Service;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * S3's operations: https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations_Amazon_S3.html.
 */
public final class S3Service {
  private static final String NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/";

  private static final RestXml PROTOCOL =
      new RestXml(
          NAMESPACE,
          Map.ofEntries(
              Map.entry("ListBuckets", "ListAllMyBucketsResult"),
              Map.entry("ListObjectsV2", "ListBucketResult"),
              Map.entry("CopyObject", "CopyObjectResult"),
              Map.entry("DeleteObjects", "DeleteResult"),
              Map.entry("CreateMultipartUpload", "InitiateMultipartUploadResult"),
              Map.entry("CompleteMultipartUpload", "CompleteMultipartUploadResult"),
              Map.entry("ListParts", "ListPartsResult"),
              Map.entry("ListMultipartUploads", "ListMultipartUploadsResult"),
              Map.entry("GetBucketLocation", "LocationConstraint"),
              Map.entry("GetObjectTagging", "Tagging"),
              Map.entry("GetBucketNotificationConfiguration", "NotificationConfiguration")));

  private S3Service() {}

  /**
   * The service on those buckets, with the operations of others; {@code ids} gives UUIDs. Paths
   * with a parameter come before those without, as the first that fits is taken.
   */
  public static Service create(
      Buckets buckets, List<OperationGroup> others, Supplier<String> ids, Executor workers) {
    var table = RestTable.withSlashesInNames();
    for (var group : others) {
      table = group.addTo(table);
    }
    table = new UploadOperations(new Uploads(buckets, ids)).addTo(table);
    table = new ObjectOperations(buckets).addTo(table);
    table = new BucketOperations(buckets, PROTOCOL).addTo(table);
    return new AwsService(
        PROTOCOL, table, workers, wire -> ExpectedOwner.check(buckets, Addressing.normalize(wire)));
  }
}
