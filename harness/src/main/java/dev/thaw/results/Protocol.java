package dev.thaw.results;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.thaw.invocation.Temperature;

/** How a phase measures, and hence which invocations it is asked for. */
public enum Protocol {
  /** New environments by a change of configuration, then a first invocation; cycle by cycle. */
  FORCED_COLD_STARTS("forced-cold-starts", Temperature.COLD),
  /** Open load on environments that were warmed up before. */
  WARM_STEADY_LOAD("warm-steady-load", Temperature.WARM);

  private final String wire;
  private final Temperature wanted;

  Protocol(String wire, Temperature wanted) {
    this.wire = wire;
    this.wanted = wanted;
  }

  /** The name as the files spell it. */
  @JsonValue
  public String wire() {
    return wire;
  }

  /** The temperature of the samples it is asked for. */
  public Temperature wanted() {
    return wanted;
  }

  /** Reads the files' spelling; anything else is an {@link IllegalArgumentException}. */
  @JsonCreator
  public static Protocol of(String wire) {
    for (var protocol : values()) {
      if (protocol.wire.equals(wire)) {
        return protocol;
      }
    }
    throw new IllegalArgumentException("unknown protocol: " + wire);
  }
}
