package dev.thaw.engine.s3;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import software.amazon.awssdk.services.s3.model.AbortMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.AbortMultipartUploadResponse;

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_AbortMultipartUpload.html. */
record AbortMultipartUpload(Uploads uploads)
    implements Operation<AbortMultipartUploadRequest, AbortMultipartUploadResponse> {
  @Override
  public AbortMultipartUploadResponse handle(Call call, AbortMultipartUploadRequest request) {
    uploads.abort(uploads.get(request.bucket(), request.key(), request.uploadId()));
    return AbortMultipartUploadResponse.builder().build();
  }
}
