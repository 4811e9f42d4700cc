package dev.thaw.engine.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thaw.engine.protocol.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Path-style and virtual-hosted requests come to the same. */
final class AddressingTest {
  @ParameterizedTest
  @CsvSource({
    "localhost:4566, /bucket/key, /bucket/key",
    "127.0.0.1:4566, /bucket/key, /bucket/key",
    "s3.localhost:4566, /bucket/key, /bucket/key",
    "s3.eu-west-1.localhost:4566, /bucket/key, /bucket/key",
    "bucket.localhost:4566, /key, /bucket/key",
    "bucket.s3.localhost, /a/b, /bucket/a/b",
    "my.bucket.s3.localhost, /key, /my.bucket/key",
    "bucket.s3.eu-west-1.localhost:1, /key, /bucket/key",
    "bucket.localhost, /, /bucket",
    "localhost, /bucket/, /bucket",
    "localhost, /bucket/key/, /bucket/key/",
    "localhost, /, /"
  })
  void bringsAllHostsToPathStyle(String host, String path, String expected) {
    var wire = Wire.request("GET", path, "", "Host", host);
    assertThat(Addressing.normalize(wire).path()).isEqualTo(expected);
  }

  @Test
  void namesParametersOfOtherOperations() {
    assertThatThrownBy(() -> Addressing.normalize(Wire.request("GET", "/b/k?acl", "")))
        .hasMessage("S3's GET with ?acl is not implemented by this engine");
    assertThatThrownBy(() -> Addressing.normalize(Wire.request("DELETE", "/b?notification", "")))
        .hasMessage("S3's DELETE with ?notification is not implemented by this engine");
  }
}
