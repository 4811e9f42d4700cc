package dev.thaw.engine.s3;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateMultipartUpload.html. */
record CreateMultipartUpload(Uploads uploads)
    implements Operation<CreateMultipartUploadRequest, CreateMultipartUploadResponse> {
  @Override
  public CreateMultipartUploadResponse handle(Call call, CreateMultipartUploadRequest request) {
    AccessControl.checkObject(
        request.aclAsString(),
        request.grantFullControl(),
        request.grantRead(),
        request.grantReadACP(),
        request.grantWriteACP());
    var description =
        Description.of(request, request.contentType(), request.metadata(), request.tagging());
    var upload = uploads.begin(call.caller(), request.bucket(), request.key(), description);
    return CreateMultipartUploadResponse.builder()
        .bucket(upload.bucket())
        .key(upload.key())
        .uploadId(upload.id())
        .serverSideEncryption(ServerSideEncryption.AES256)
        .build();
  }
}
