package dev.thaw.engine.s3;

import dev.thaw.engine.protocol.Binding;
import dev.thaw.engine.protocol.BodyLimit;
import dev.thaw.engine.protocol.OperationGroup;
import dev.thaw.engine.protocol.RestTable;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectTaggingRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectTaggingRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectTaggingRequest;

/** Operations on objects; those on small ones in memory are done where their request arrives. */
record ObjectOperations(Buckets buckets) implements OperationGroup {
  // S3 takes 5 GB in one part; here an upload passes through memory.
  static final BodyLimit LARGEST =
      new BodyLimit(
          300 * 1024 * 1024, S3Error.ENTITY_TOO_LARGE, S3Error.ENTITY_TOO_LARGE.message());

  /** Encryption with other keys than S3's own, and locks. */
  static final String[] LACKING = {
    "SSECustomerAlgorithm", "SSECustomerKey", "SSECustomerKeyMD5",
    "SSEKMSKeyId", "SSEKMSEncryptionContext", "BucketKeyEnabled",
    "ObjectLockMode", "ObjectLockRetainUntilDate", "ObjectLockLegalHoldStatus"
  };

  static final String ENCRYPTION = "ServerSideEncryption";
  static final String OWN_KEYS = "AES256";

  private static final String OBJECT = "/{Bucket}/{Key+}";

  @Override
  public RestTable addTo(RestTable table) {
    return withPlain(withTagging(table));
  }

  private RestTable withTagging(RestTable table) {
    return table
        .with(
            "GET",
            OBJECT + "?tagging",
            Binding.of(
                    "GetObjectTagging",
                    GetObjectTaggingRequest::builder,
                    new GetObjectTagging(buckets))
                .quick())
        .with(
            "PUT",
            OBJECT + "?tagging",
            Binding.of(
                "PutObjectTagging",
                PutObjectTaggingRequest::builder,
                new PutObjectTagging(buckets)))
        .with(
            "DELETE",
            OBJECT + "?tagging",
            Binding.of(
                    "DeleteObjectTagging",
                    DeleteObjectTaggingRequest::builder,
                    new DeleteObjectTagging(buckets))
                .status(204));
  }

  private RestTable withPlain(RestTable table) {
    return table
        .with("PUT", OBJECT + "?" + Addressing.COPY_SOURCE, copy())
        .with(
            "PUT",
            OBJECT,
            Binding.of("PutObject", PutObjectRequest::builder, new PutObject(buckets))
                .lacking(LACKING)
                .lacking("WriteOffsetBytes")
                .lackingUnless(ENCRYPTION, OWN_KEYS)
                .limit(LARGEST)
                .quick())
        .with(
            "GET",
            OBJECT,
            Binding.download("GetObject", GetObjectRequest::builder, new GetObject(buckets))
                .lacking("SSECustomerAlgorithm", "SSECustomerKey", "SSECustomerKeyMD5")
                .lacking("PartNumber"))
        .with(
            "HEAD",
            OBJECT,
            Binding.of("HeadObject", HeadObjectRequest::builder, new HeadObject(buckets))
                .lacking("SSECustomerAlgorithm", "SSECustomerKey", "SSECustomerKeyMD5")
                .lacking("PartNumber", "Range")
                .quick())
        .with(
            "DELETE",
            OBJECT,
            Binding.of("DeleteObject", DeleteObjectRequest::builder, new DeleteObject(buckets))
                .lacking("IfMatchLastModifiedTime", "IfMatchSize")
                .status(204));
  }

  private Binding copy() {
    return Binding.of("CopyObject", CopyObjectRequest::builder, new CopyObject(buckets))
        .lacking(LACKING)
        .lacking("CopySourceSSECustomerAlgorithm", "CopySourceSSECustomerKey")
        .lacking("CopySourceSSECustomerKeyMD5", "ExpectedSourceBucketOwner")
        .lackingUnless(ENCRYPTION, OWN_KEYS);
  }
}
