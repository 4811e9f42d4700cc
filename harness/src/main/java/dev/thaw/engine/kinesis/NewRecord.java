package dev.thaw.engine.kinesis;

import dev.thaw.rules.stream.HashKey;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;

/**
 * What a caller puts into a stream.
 *
 * @param hashKey by which its shard is found
 * @param size of data and partition key together, which is what limits count
 */
record NewRecord(String partitionKey, byte[] data, BigInteger hashKey, int keyHash, int size) {
  static NewRecord of(String partitionKey, SdkBytes data, @Nullable String explicitHashKey) {
    var hash = HashKey.of(partitionKey);
    var bytes = data.asByteArrayUnsafe();
    return new NewRecord(
        partitionKey,
        bytes,
        explicitHashKey == null ? hash.value() : explicit(explicitHashKey),
        hash.lane(),
        bytes.length + partitionKey.getBytes(StandardCharsets.UTF_8).length);
  }

  private static BigInteger explicit(String decimal) {
    try {
      return new HashKey(new BigInteger(decimal)).value();
    } catch (IllegalArgumentException e) {
      throw KinesisError.invalid(
          "Invalid ExplicitHashKey. ExplicitHashKey must be in the range: [0, 2^128-1]."
              + " Specified value was "
              + decimal);
    }
  }
}
