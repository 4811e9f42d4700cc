package dev.thaw.load;

import java.util.Locale;
import java.util.stream.Stream;

/** The kinds of {@link Route}, as experiment files spell them. */
public enum RouteKind {
  SYNC,
  ASYNC,
  S3,
  KINESIS,
  DYNAMODB,
  FUNCTION_URL,
  HTTP_API,
  REST_API;

  /** The name in files: function-url. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** True when the caller's answer is the function's. */
  public boolean isWaitedFor() {
    return this == SYNC || this == FUNCTION_URL || this == HTTP_API || this == REST_API;
  }

  /** Reads a name of {@link #wire}. */
  public static RouteKind of(String wire) {
    return Stream.of(values())
        .filter(kind -> kind.wire().equals(wire))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("unknown route: " + wire));
  }
}
