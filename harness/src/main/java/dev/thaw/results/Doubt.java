package dev.thaw.results;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** One reason to doubt a run: what was found where, and what to do about it. */
public record Doubt(Kind kind, String where, String finding, String remedy) {

  /** Everything a run can be doubted for. */
  public enum Kind {
    PARTIAL_RUN(
        true, "Run it again to the end; what is here can be looked at, not concluded from."),
    GENERATOR_LAG(
        true,
        "Latencies hold the generator's delay: lower the rate, or give it a machine of its own."),
    POSSIBLE_GENERATOR_LAG(
        false,
        "So few late requests may be chance: lengthen the load, or leave the machine to the run."),
    UNSENT_REQUESTS(
        true, "The load was less than planned: lower the rate, or raise the request timeout."),
    FAILED_REQUESTS(
        true, "Look at the function's log for the first failure, mend it and run again."),
    UNEXPECTED_THROTTLES(
        true,
        "Raise the concurrency limit or lower the rate; latencies lack the throttled requests."),
    NO_COLD_SAMPLES(true, "See why cycles were discarded; does the target report Init Duration?"),
    NO_WARM_SAMPLES(true, "Lengthen the warm-up, or keep environments alive for longer."),
    PLATFORM_RECORDS_MISSING(
        true, "Wait longer for the logs, or let the function log in text format with log tails."),
    EVENTS_LOST(
        false,
        "Look where events go that fail too often (dead-letter queue, destination); or wait longer"
            + " for the logs."),
    INVOCATIONS_DIFFER(
        false,
        "Some tries are not in the log, or the metric is late (on AWS by minutes): look at"
            + " platform.ndjson.gz before counting on retries."),
    FEW_COLD_SAMPLES(false, "Intervals are wide: force more cold starts."),
    FEW_WARM_SAMPLES(false, "p99 needs 200 samples: lengthen the load or raise the rate."),
    DISCARDED_CYCLES(
        false, "The figures leave them out; many of them mean that environments are reused."),
    CPU_OVERSUBSCRIBED(
        false, "Functions wait for each other's CPU: lower the rate, or use a larger machine.");

    private final boolean isInvalidating;
    private final String remedy;

    Kind(boolean isInvalidating, String remedy) {
      this.isInvalidating = isInvalidating;
      this.remedy = remedy;
    }

    /** The name in files: generator-lag. */
    @JsonValue
    public String wire() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether a run with this doubt measured nothing that may be relied on. */
    public boolean isInvalidating() {
      return isInvalidating;
    }

    Doubt at(String where, String finding, Object... values) {
      return new Doubt(this, where, String.format(Locale.ROOT, finding, values), remedy);
    }
  }

  @JsonIgnore
  public boolean isInvalidating() {
    return kind.isInvalidating();
  }
}
