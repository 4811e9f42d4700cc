package dev.thaw.engine.s3;

import dev.thaw.engine.protocol.Binding;
import dev.thaw.engine.protocol.OperationGroup;
import dev.thaw.engine.protocol.RestTable;
import software.amazon.awssdk.services.s3.model.AbortMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsRequest;
import software.amazon.awssdk.services.s3.model.ListPartsRequest;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;

/** Operations on uploads in parts. */
record UploadOperations(Uploads uploads) implements OperationGroup {
  private static final String UPLOAD = "/{Bucket}/{Key+}?uploadId";

  @Override
  public RestTable addTo(RestTable table) {
    return reading(table)
        .with(
            "POST",
            "/{Bucket}/{Key+}?uploads",
            Binding.of(
                    "CreateMultipartUpload",
                    CreateMultipartUploadRequest::builder,
                    new CreateMultipartUpload(uploads))
                .lacking(ObjectOperations.LACKING)
                .lackingUnless(ObjectOperations.ENCRYPTION, ObjectOperations.OWN_KEYS))
        .with(
            "PUT",
            UPLOAD,
            Binding.of("UploadPart", UploadPartRequest::builder, new UploadPart(uploads))
                .lacking("SSECustomerAlgorithm", "SSECustomerKey", "SSECustomerKeyMD5")
                .limit(ObjectOperations.LARGEST))
        .with(
            "POST",
            UPLOAD,
            Binding.of(
                "CompleteMultipartUpload",
                CompleteMultipartUploadRequest::builder,
                new CompleteMultipartUpload(uploads)))
        .with(
            "DELETE",
            UPLOAD,
            Binding.of(
                    "AbortMultipartUpload",
                    AbortMultipartUploadRequest::builder,
                    new AbortMultipartUpload(uploads))
                .lacking("IfMatchInitiatedTime")
                .status(204));
  }

  private RestTable reading(RestTable table) {
    return table
        .with(
            "GET",
            UPLOAD,
            Binding.of("ListParts", ListPartsRequest::builder, new ListParts(uploads)))
        .with(
            "GET",
            "/{Bucket}?uploads",
            Binding.of(
                "ListMultipartUploads",
                ListMultipartUploadsRequest::builder,
                new ListMultipartUploads(uploads)));
  }
}
