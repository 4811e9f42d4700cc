package dev.thaw.engine.s3;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPart.html. */
record UploadPart(Uploads uploads) implements Operation<UploadPartRequest, UploadPartResponse> {
  private static final int MOST_PARTS = 10_000;

  @Override
  public UploadPartResponse handle(Call call, UploadPartRequest request) {
    var number = request.partNumber();
    if (number == null || number < 1 || number > MOST_PARTS) {
      throw S3Error.INVALID_ARGUMENT
          .exception("Part number must be an integer between 1 and 10000, inclusive")
          .with("ArgumentName", "partNumber")
          .with("ArgumentValue", String.valueOf(number));
    }
    PutObject.verify(call.wire());
    var upload = uploads.get(request.bucket(), request.key(), request.uploadId());
    var part = uploads.add(upload, number, call.wire().body());
    return UploadPartResponse.builder()
        .eTag(part.eTag())
        .checksumCRC32(request.checksumCRC32())
        .checksumCRC32C(request.checksumCRC32C())
        .checksumCRC64NVME(request.checksumCRC64NVME())
        .checksumSHA1(request.checksumSHA1())
        .checksumSHA256(request.checksumSHA256())
        .build();
  }
}
