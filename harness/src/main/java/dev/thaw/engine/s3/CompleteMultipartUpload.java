package dev.thaw.engine.s3;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import java.util.List;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_CompleteMultipartUpload.html. */
record CompleteMultipartUpload(Uploads uploads)
    implements Operation<CompleteMultipartUploadRequest, CompleteMultipartUploadResponse> {
  @Override
  public CompleteMultipartUploadResponse handle(Call call, CompleteMultipartUploadRequest request) {
    var upload = uploads.get(request.bucket(), request.key(), request.uploadId());
    var named = request.multipartUpload();
    var condition = WriteCondition.of(request.ifMatch(), request.ifNoneMatch());
    var objects = uploads.buckets().bucket(request.bucket()).objects();
    condition.checkWrite(request.key(), objects.get(request.key()));
    var whole = uploads.complete(upload, named == null ? List.of() : named.parts());
    var object =
        uploads
            .buckets()
            .put(call, "CompleteMultipartUpload", request.bucket(), whole.on(condition));
    return CompleteMultipartUploadResponse.builder()
        .location("http://" + call.wire().host() + "/" + request.bucket() + "/" + request.key())
        .bucket(request.bucket())
        .key(request.key())
        .eTag(object.eTag())
        .serverSideEncryption(ServerSideEncryption.AES256)
        .build();
  }
}
