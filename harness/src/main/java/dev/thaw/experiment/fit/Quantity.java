package dev.thaw.experiment.fit;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.stream.Stream;

/** A part of an invocation's time, as {@link dev.thaw.load.ServiceTimes} has them. */
public enum Quantity {
  HIDDEN("hidden"),
  INIT("init"),
  COLD_DURATION("cold-duration"),
  WARM_DURATION("warm-duration"),
  ROUND_TRIP("round-trip");

  private final String wire;

  Quantity(String wire) {
    this.wire = wire;
  }

  /** The name in files. */
  @JsonValue
  public String wire() {
    return wire;
  }

  /** The name in tables. */
  public String label() {
    return wire.replace('-', ' ');
  }

  /** Reads the files' spelling; anything else is an {@link IllegalArgumentException}. */
  @JsonCreator
  public static Quantity of(String wire) {
    return Stream.of(values())
        .filter(quantity -> quantity.wire.equals(wire))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("unknown quantity: " + wire));
  }
}
