package dev.thaw.invocation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * How an execution environment came to be: the values of {@code AWS_LAMBDA_INITIALIZATION_TYPE}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html">Variables</a>
 */
public enum InitializationType {
  ON_DEMAND("on-demand"),
  PROVISIONED_CONCURRENCY("provisioned-concurrency"),
  SNAP_START("snap-start"),
  MANAGED_INSTANCES("lambda-managed-instances");

  private final String wire;

  InitializationType(String wire) {
    this.wire = wire;
  }

  /** The value as Lambda spells it. */
  @JsonValue
  public String wire() {
    return wire;
  }

  /** Reads Lambda's spelling; anything else is an {@link IllegalArgumentException}. */
  @JsonCreator
  public static InitializationType of(String wire) {
    for (var type : values()) {
      if (type.wire.equals(wire)) {
        return type;
      }
    }
    throw new IllegalArgumentException("unknown initialization type: " + wire);
  }
}
