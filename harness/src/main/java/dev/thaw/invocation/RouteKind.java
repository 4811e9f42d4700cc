package dev.thaw.invocation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * By what an event reached the function, and whether its sender waits for the function's answer.
 */
public enum RouteKind {
  SYNC("sync", true),
  ASYNC("async", false),
  S3("s3", false),
  KINESIS("kinesis", false),
  DYNAMODB("dynamodb", false),
  FUNCTION_URL("function-url", true),
  HTTP_API("http-api", true),
  REST_API("rest-api", true);

  private final String wire;
  private final boolean isAwaited;

  RouteKind(String wire, boolean isAwaited) {
    this.wire = wire;
    this.isAwaited = isAwaited;
  }

  /** The name as files spell it. */
  @JsonValue
  public String wire() {
    return wire;
  }

  /** True when the answer is the function's; false when it only says that the event was taken. */
  public boolean isAwaited() {
    return isAwaited;
  }

  /** True when Lambda reads the events from shards, in order and in batches. */
  public boolean isStream() {
    return this == KINESIS || this == DYNAMODB;
  }

  /** True when events wait in Lambda's own queue. */
  public boolean isQueued() {
    return this == ASYNC || this == S3;
  }

  /** Reads the files' spelling; anything else is an {@link IllegalArgumentException}. */
  @JsonCreator
  public static RouteKind of(String wire) {
    for (var kind : values()) {
      if (kind.wire.equals(wire)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("unknown route: " + wire);
  }
}
