package dev.thaw.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thaw.engine.protocol.AwsException;
import dev.thaw.engine.protocol.Wire;
import dev.thaw.engine.protocol.WireRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an Authorization header tells, and how a malformed one is refused. */
final class CredentialScopeTest {
  private static WireRequest authorized(String header) {
    return Wire.request("GET", "/", "", "Authorization", header, "X-Amz-Date", "20261123T140000Z");
  }

  @Test
  void readsTheScope() {
    var scope =
        CredentialScope.of(
            authorized(
                "AWS4-HMAC-SHA256 Credential=AKID/20261123/eu-west-1/lambda/aws4_request,"
                    + " SignedHeaders=host;x-amz-date, Signature=0123=="));
    assertThat(scope).contains(new CredentialScope("AKID", "eu-west-1", "lambda"));
  }

  @Test
  void readsAPresignedScopeAndNone() {
    assertThat(
            CredentialScope.of(
                Wire.get("/b/k?X-Amz-Credential=AK%2F20261123%2Fus-east-1%2Fs3%2Faws4_request")))
        .contains(new CredentialScope("AK", "us-east-1", "s3"));
    assertThat(CredentialScope.of(Wire.get("/"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Bearer abc                        | requires 'Credential' parameter.",
        "AWS4-HMAC-SHA256                  | requires 'Signature' parameter.",
        "AWS4-HMAC-SHA256 nonsense         | 'nonsense' not a valid key=value pair",
        "AWS4-HMAC-SHA256 Credential=a/b, SignedHeaders=h, Signature=s"
            + " | Credential must have exactly 5 slash-delimited elements",
      })
  void refusesAMalformedHeader(String header, String message) {
    assertThatThrownBy(() -> CredentialScope.of(authorized(header)))
        .isInstanceOfSatisfying(
            AwsException.class,
            e -> {
              assertThat(e.code()).isEqualTo("IncompleteSignatureException");
              assertThat(e.status()).isEqualTo(403);
            })
        .hasMessageContaining(message);
  }
}
