package dev.thaw.engine.s3;

import dev.thaw.engine.protocol.Binding;
import dev.thaw.engine.protocol.BodyLimit;
import dev.thaw.engine.protocol.OperationGroup;
import dev.thaw.engine.protocol.RestTable;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/** Operations on objects; those on small ones in memory are done where their request arrives. */
record ObjectOperations(Buckets buckets) implements OperationGroup {
  // S3 takes 5 GB in one part; here an upload passes through memory.
  static final BodyLimit LARGEST =
      new BodyLimit(
          300 * 1024 * 1024, S3Error.ENTITY_TOO_LARGE, S3Error.ENTITY_TOO_LARGE.message());

  private static final String OBJECT = "/{Bucket}/{Key+}";

  @Override
  public RestTable addTo(RestTable table) {
    return table
        .with(
            "PUT",
            OBJECT + "?" + Addressing.COPY_SOURCE,
            Binding.of("CopyObject", CopyObjectRequest::builder, new CopyObject(buckets)))
        .with(
            "PUT",
            OBJECT,
            Binding.of("PutObject", PutObjectRequest::builder, new PutObject(buckets))
                .limit(LARGEST)
                .quick())
        .with(
            "GET",
            OBJECT,
            Binding.download("GetObject", GetObjectRequest::builder, new GetObject(buckets)))
        .with(
            "HEAD",
            OBJECT,
            Binding.of("HeadObject", HeadObjectRequest::builder, new HeadObject(buckets)).quick())
        .with(
            "DELETE",
            OBJECT,
            Binding.of("DeleteObject", DeleteObjectRequest::builder, new DeleteObject(buckets))
                .status(204));
  }
}
