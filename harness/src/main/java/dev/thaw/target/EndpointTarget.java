package dev.thaw.target;

import dev.thaw.results.TargetInfo;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** Something that already runs and speaks the AWS API, such as {@code thaw serve}. */
public record EndpointTarget(Access access) implements Target {
  private static final String NAME = "endpoint";

  /** Stays under the 15 control-plane calls per second that AWS allows an account. */
  private static final Duration POLL_INTERVAL = Duration.ofMillis(100);

  /** An endpoint with the credentials and region of these environment variables. */
  public static EndpointTarget of(URI endpoint, Map<String, String> variables) {
    return new EndpointTarget(
        new Access(
            endpoint,
            variables.getOrDefault(
                "AWS_REGION", variables.getOrDefault("AWS_DEFAULT_REGION", "us-east-1")),
            variables.getOrDefault("AWS_ACCESS_KEY_ID", "000000000000"),
            variables.getOrDefault("AWS_SECRET_ACCESS_KEY", "thaw")));
  }

  @Override
  public TargetInfo info() {
    var host = String.valueOf(access.endpoint().getHost());
    return new TargetInfo(
        NAME,
        access.endpoint().toString(),
        access.region(),
        host.equals("localhost") || host.startsWith("127."),
        Deviations.of(NAME),
        null);
  }

  @Override
  public Duration pollInterval() {
    return POLL_INTERVAL;
  }

  @Override
  public void close() {
    // Not ours to end.
  }
}
