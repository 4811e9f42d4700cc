package dev.thaw.gatling;

import java.time.Clock;
import java.util.Map;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/**
 * Signs requests to AWS's services with Signature Version 4.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html">SigV4</a>
 */
record RequestSigner(AwsCredentialsIdentity credentials, String region, Clock clock) {
  private static final AwsV4HttpSigner SIGNER = AwsV4HttpSigner.create();

  /** The same request with the headers that sign it for that service. */
  SdkHttpRequest sign(String service, SdkHttpRequest request, byte[] body) {
    return SIGNER
        .sign(
            sign ->
                sign.identity(credentials)
                    .request(request)
                    .payload(ContentStreamProvider.fromByteArrayUnsafe(body))
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                    // S3 alone takes paths as they stand.
                    .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, !service.equals("s3"))
                    .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, !service.equals("s3"))
                    .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                    .putProperty(HttpSigner.SIGNING_CLOCK, clock))
        .request();
  }

  /** The credentials of the environment's variables, as the AWS tools read them. */
  static AwsCredentialsIdentity credentials(Map<String, String> variables) {
    var id = variables.getOrDefault("AWS_ACCESS_KEY_ID", "").strip();
    var secret = variables.getOrDefault("AWS_SECRET_ACCESS_KEY", "").strip();
    var token = variables.getOrDefault("AWS_SESSION_TOKEN", "").strip();
    if (id.isEmpty() || secret.isEmpty()) {
      throw new GeneratorException(
          "No credentials: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (any value serves a "
              + "local endpoint).");
    }
    return token.isEmpty()
        ? AwsCredentialsIdentity.create(id, secret)
        : AwsSessionCredentialsIdentity.create(id, secret, token);
  }
}
