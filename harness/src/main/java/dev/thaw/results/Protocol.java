package dev.thaw.results;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.thaw.invocation.Temperature;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a phase measures, and hence which invocations it is asked for. */
public enum Protocol {
  /** New environments by a change of configuration, then a first invocation; cycle by cycle. */
  FORCED_COLD_STARTS("forced-cold-starts", Temperature.COLD),
  /** Open load on environments that were warmed up before. */
  WARM_STEADY_LOAD("warm-steady-load", Temperature.WARM),
  /** Any load, of which everything counts: cold starts, and throttles, too. */
  OPEN_LOAD("open-load", null),
  /** So many invocations at once on a function without any environment, again and again. */
  SCALE_OUT("scale-out", Temperature.COLD),
  /** Invocations after stated times of idleness. */
  IDLE_GAPS("idle-gaps", null);

  private final String wire;
  private final @Nullable Temperature wanted;

  Protocol(String wire, @Nullable Temperature wanted) {
    this.wire = wire;
    this.wanted = wanted;
  }

  /** The name as the files spell it. */
  @JsonValue
  public String wire() {
    return wire;
  }

  /** The temperature of the samples it is asked for; empty where any will do. */
  public Optional<Temperature> wanted() {
    return Optional.ofNullable(wanted);
  }

  /** The figures that a phase is measured for, where there is evidence. */
  public Set<Metric> asked() {
    return Asked.of(this);
  }

  /** Whether variants are compared by it, side by side. */
  public boolean comparesVariants() {
    return this == FORCED_COLD_STARTS || this == WARM_STEADY_LOAD;
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
