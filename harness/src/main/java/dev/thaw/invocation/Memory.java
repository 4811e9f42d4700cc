package dev.thaw.invocation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A function's memory size in MB, 128 to 10,240 in steps of 1.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html">Configuration</a>
 */
public record Memory(@JsonValue int megabytes) {
  /** The smallest size that Lambda takes. */
  public static final int MIN_MEGABYTES = 128;

  /** The largest size that Lambda takes. */
  public static final int MAX_MEGABYTES = 10_240;

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Memory {
    if (megabytes < MIN_MEGABYTES || megabytes > MAX_MEGABYTES) {
      throw new IllegalArgumentException(
          "memory %d MB is outside %d to %d MB".formatted(megabytes, MIN_MEGABYTES, MAX_MEGABYTES));
    }
  }

  public double gigabytes() {
    return megabytes / 1024.0;
  }

  @Override
  public String toString() {
    return megabytes + " MB";
  }
}
