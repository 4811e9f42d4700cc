package dev.thaw.engine.s3;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.engine.protocol.WireRequest;
import java.util.Arrays;
import java.util.Base64;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html. */
record PutObject(Buckets buckets) implements Operation<PutObjectRequest, PutObjectResponse> {
  @Override
  public PutObjectResponse handle(Call call, PutObjectRequest request) {
    verify(call.wire());
    AccessControl.checkObject(
        request.aclAsString(),
        request.grantFullControl(),
        request.grantRead(),
        request.grantReadACP(),
        request.grantWriteACP());
    var condition = WriteCondition.of(request.ifMatch(), request.ifNoneMatch());
    var description =
        Description.of(request, request.contentType(), request.metadata(), request.tagging());
    buckets.bucket(request.bucket());
    var upload = buckets.upload(request.key(), call.wire().body(), description).on(condition);
    var object = buckets.put(call, "Put", request.bucket(), upload);
    return PutObjectResponse.builder()
        .eTag(object.eTag())
        .serverSideEncryption(ServerSideEncryption.AES256)
        .checksumCRC32(request.checksumCRC32())
        .checksumCRC32C(request.checksumCRC32C())
        .checksumCRC64NVME(request.checksumCRC64NVME())
        .checksumSHA1(request.checksumSHA1())
        .checksumSHA256(request.checksumSHA256())
        .build();
  }

  /** Refuses a body that does not have the digests that came with it. */
  static void verify(WireRequest wire) {
    for (var digest : Digests.values()) {
      var text = wire.header(digest.header());
      if (text.isPresent() && !Arrays.equals(decode(text.orElseThrow()), digest.of(wire.body()))) {
        throw digest == Digests.MD5
            ? S3Error.BAD_DIGEST.exception()
            : S3Error.BAD_DIGEST.exception(
                "The %s you specified did not match the calculated checksum.".formatted(digest));
      }
    }
  }

  private static byte[] decode(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw S3Error.INVALID_DIGEST.exception();
    }
  }
}
