package dev.thaw.engine.s3;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.engine.protocol.WireRequest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html. */
record PutObject(Buckets buckets) implements Operation<PutObjectRequest, PutObjectResponse> {
  @Override
  public PutObjectResponse handle(Call call, PutObjectRequest request) {
    for (var digest : Digests.values()) {
      call.wire().header(digest.header()).ifPresent(text -> verify(digest, text, call.wire()));
    }
    var description =
        new Buckets.Description(
            Optional.ofNullable(request.contentType())
                .orElse(Buckets.Description.PLAIN.contentType()),
            request.metadata());
    var object = buckets.put(request.bucket(), request.key(), call.wire().body(), description);
    return PutObjectResponse.builder()
        .eTag(object.eTag())
        .checksumCRC32(request.checksumCRC32())
        .checksumCRC32C(request.checksumCRC32C())
        .checksumSHA1(request.checksumSHA1())
        .checksumSHA256(request.checksumSHA256())
        .build();
  }

  private static void verify(Digests digest, String text, WireRequest wire) {
    if (!Arrays.equals(decode(text), digest.of(wire.body()))) {
      throw digest == Digests.MD5
          ? S3Error.BAD_DIGEST.exception()
          : S3Error.BAD_DIGEST.exception(
              "The %s you specified did not match the calculated checksum.".formatted(digest));
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
