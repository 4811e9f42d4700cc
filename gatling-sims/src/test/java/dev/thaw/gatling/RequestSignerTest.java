package dev.thaw.gatling;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

class RequestSignerTest {
  private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2015-08-30T12:36:00Z"), ZoneOffset.UTC);

  /**
   * The oracle of the next test, held against AWS's own figure.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-signing-examples.html">
   *     Signing examples</a>
   */
  @Test
  void derivesTheSigningKeyOfTheAwsDocumentation() throws GeneralSecurityException {
    assertThat(HexFormat.of().formatHex(signingKey("20150830", "us-east-1", "iam")))
        .isEqualTo("c4afb1cc5771d871763a393e44b703571b55cc28424d1a5e86da6ed3c154a4b9");
  }

  @Test
  void signsTheCanonicalRequestWrittenByHand() throws GeneralSecurityException {
    var body = "{\"a\":1}".getBytes(UTF_8);
    var canonical =
        """
        POST
        /2015-03-31/functions/f%253Alive/invocations

        content-type:application/json
        host:127.0.0.1:4566
        x-amz-content-sha256:BODY
        x-amz-date:20150830T123600Z
        x-amz-log-type:Tail
        x-amz-security-token:token

        content-type;host;x-amz-content-sha256;x-amz-date;x-amz-log-type;x-amz-security-token
        BODY"""
            .replace("BODY", sha256(body));
    var toSign =
        "AWS4-HMAC-SHA256\n20150830T123600Z\n20150830/eu-west-1/lambda/aws4_request\n"
            + sha256(canonical.getBytes(UTF_8));
    var signature =
        HexFormat.of().formatHex(hmac(signingKey("20150830", "eu-west-1", "lambda"), toSign));

    var signed = signer("token").sign("lambda", request(), body);

    assertThat(signed.firstMatchingHeader("Authorization"))
        .contains(
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/eu-west-1/lambda/aws4_request, "
                + "SignedHeaders=content-type;host;x-amz-content-sha256;x-amz-date;"
                + "x-amz-log-type;x-amz-security-token, Signature="
                + signature);
    assertThat(signed.firstMatchingHeader("X-Amz-Security-Token")).contains("token");
  }

  @Test
  void asksForCredentialsThatAreMissing() {
    assertThatThrownBy(() -> RequestSigner.credentials(Map.of("AWS_ACCESS_KEY_ID", "id")))
        .isInstanceOf(GeneratorException.class)
        .hasMessageContaining("set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY");
  }

  private static RequestSigner signer(String token) {
    var credentials =
        RequestSigner.credentials(
            Map.of(
                "AWS_ACCESS_KEY_ID", "AKIDEXAMPLE",
                "AWS_SECRET_ACCESS_KEY", SECRET,
                "AWS_SESSION_TOKEN", token));
    return new RequestSigner(credentials, "eu-west-1", NOON);
  }

  private static SdkHttpRequest request() {
    var url = "http://127.0.0.1:4566/2015-03-31/functions/f%3Alive/invocations";
    return SdkHttpRequest.builder()
        .method(SdkHttpMethod.POST)
        .uri(URI.create(url))
        .putHeader("Content-Type", "application/json")
        .putHeader("X-Amz-Log-Type", "Tail")
        .build();
  }

  private static byte[] signingKey(String date, String region, String service)
      throws GeneralSecurityException {
    var key = hmac(("AWS4" + SECRET).getBytes(UTF_8), date);
    return hmac(hmac(hmac(key, region), service), "aws4_request");
  }

  private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(text.getBytes(UTF_8));
  }

  private static String sha256(byte[] bytes) throws GeneralSecurityException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
