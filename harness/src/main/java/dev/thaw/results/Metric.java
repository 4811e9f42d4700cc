package dev.thaw.results;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.thaw.results.Statistic.Bracket;
import dev.thaw.results.Statistic.Few;
import dev.thaw.results.Statistic.Mean;
import dev.thaw.results.Statistic.Median;
import dev.thaw.results.Statistic.Ratio;
import dev.thaw.results.Statistic.Tail;
import dev.thaw.stats.Change.Kind;

/** A figure of a variant: its key in {@code summary.json}, its label and its unit. */
public enum Metric {
  /** Intended time to answer of a forced cold start. */
  COLD_CLIENT_P50("coldClientP50Ms", "cold", "client p50", Unit.MS, new Median(Kind.RATIO)),
  /** Init (or Restore) Duration in the REPORT of a forced cold start. */
  COLD_INIT_P50("coldInitP50Ms", "cold", "init p50", Unit.MS, new Median(Kind.RATIO)),
  /** Duration in the REPORT of a forced cold start: the handler's first run. */
  COLD_FIRST_DURATION_P50(
      "coldFirstDurationP50Ms", "cold", "first duration p50", Unit.MS, new Median(Kind.RATIO)),
  /** What is left of a cold client latency: placement, download, unpacking; in no log line. */
  COLD_HIDDEN_P50("coldHiddenP50Ms", "cold", "hidden p50", Unit.MS, new Median(Kind.DIFFERENCE)),
  /** The slowest of those that were sent at once. */
  COLD_SLOWEST_P50("coldSlowestP50Ms", "cold", "slowest p50", Unit.MS, new Median(Kind.RATIO)),
  /** Intended time to answer of a warm invocation under load. */
  WARM_CLIENT_P50("warmClientP50Ms", "warm", "client p50", Unit.MS, new Median(Kind.RATIO)),
  WARM_CLIENT_P90("warmClientP90Ms", "warm", "client p90", Unit.MS, new Tail(0.9, 20)),
  WARM_CLIENT_P99("warmClientP99Ms", "warm", "client p99", Unit.MS, new Tail(0.99, 200)),
  WARM_CLIENT_P999("warmClientP999Ms", "warm", "client p99.9", Unit.MS, new Tail(0.999, 1_000)),
  /** Sent time to answer: without what the generator or its queue added. */
  WARM_SERVICE_P50("warmServiceP50Ms", "warm", "service p50", Unit.MS, new Median(Kind.RATIO)),
  WARM_SERVICE_P90("warmServiceP90Ms", "warm", "service p90", Unit.MS, new Tail(0.9, 20)),
  WARM_SERVICE_P99("warmServiceP99Ms", "warm", "service p99", Unit.MS, new Tail(0.99, 200)),
  WARM_SERVICE_P999("warmServiceP999Ms", "warm", "service p99.9", Unit.MS, new Tail(0.999, 1_000)),
  /** Duration in the REPORT of a warm invocation. */
  WARM_DURATION_P50("warmDurationP50Ms", "warm", "duration p50", Unit.MS, new Median(Kind.RATIO)),
  /** Client latency less REPORT duration of a warm invocation: network, front end, placement. */
  WARM_ROUND_TRIP_P50(
      "warmRoundTripP50Ms", "warm", "round trip p50", Unit.MS, new Median(Kind.RATIO)),
  /** Intended time to answer of all that were answered, be they cold or warm. */
  CLIENT_P50("clientP50Ms", "load", "client p50", Unit.MS, new Median(Kind.RATIO)),
  CLIENT_P90("clientP90Ms", "load", "client p90", Unit.MS, new Tail(0.9, 20)),
  CLIENT_P99("clientP99Ms", "load", "client p99", Unit.MS, new Tail(0.99, 200)),
  /** Invocations under load that waited for an environment. */
  COLD_RATIO("coldRatio", "load", "cold ratio", Unit.SHARE, new Ratio()),
  /** Calls to provisioned concurrency that ran on demand. */
  SPILL_OVER("spillOverRatio", "load", "spill-over", Unit.SHARE, new Ratio()),
  /** From the request for provisioned environments until all were ready, by the clock. */
  READY("readyMs", "provisioned", "ready after", Unit.MS, new Few()),
  /** The rate at which the first request of a round was throttled. */
  ONSET_RATE("onsetPerSecond", "throttle", "onset", Unit.PER_SECOND, new Few()),
  /** From the end of the overload to the last request of a round that was throttled. */
  RECOVERY("recoveryMs", "throttle", "recovery", Unit.MS, new Few()),
  /** How long an environment that has nothing to do is kept, in platform time. */
  KEEP_ALIVE("keepAliveSeconds", "idle", "kept for", Unit.SECONDS, new Bracket()),
  /** Intended time to the handler's entry, by whatever route; of the first that did not fail. */
  ENTRY_P50("entryP50Ms", "event", "to handler p50", Unit.MS, new Median(Kind.RATIO)),
  ENTRY_P99("entryP99Ms", "event", "to handler p99", Unit.MS, new Tail(0.99, 200)),
  /** Intended time to the handler's end. */
  END_TO_END_P50("endToEndP50Ms", "event", "end to end p50", Unit.MS, new Median(Kind.RATIO)),
  END_TO_END_P90("endToEndP90Ms", "event", "end to end p90", Unit.MS, new Tail(0.9, 20)),
  END_TO_END_P99("endToEndP99Ms", "event", "end to end p99", Unit.MS, new Tail(0.99, 200)),
  END_TO_END_P999("endToEndP999Ms", "event", "end to end p99.9", Unit.MS, new Tail(0.999, 1_000)),
  /** From the answer that an event was taken to the handler's first entry. */
  QUEUE_AGE_P50("queueAgeP50Ms", "event", "queue age p50", Unit.MS, new Median(Kind.RATIO)),
  QUEUE_AGE_P99("queueAgeP99Ms", "event", "queue age p99", Unit.MS, new Tail(0.99, 200)),
  /** From the arrival in its stream of a batch's last record to the handler's entry. */
  ITERATOR_AGE_P50(
      "iteratorAgeP50Ms", "event", "iterator age p50", Unit.MS, new Median(Kind.RATIO)),
  ITERATOR_AGE_P99("iteratorAgeP99Ms", "event", "iterator age p99", Unit.MS, new Tail(0.99, 200)),
  /** Events in an invocation. */
  BATCH_SIZE("batchSizeMean", "event", "batch size", Unit.COUNT, new Mean(5)),
  /** Accepted events that no handler finished. */
  LOST_RATIO("lostRatio", "event", "lost", Unit.SHARE, new Ratio()),
  /** Events that handlers finished more than once. */
  DUPLICATE_RATIO("duplicateRatio", "event", "duplicated", Unit.SHARE, new Ratio()),
  /** Events with a handler that failed before another finished them. */
  RETRY_RATIO("retryRatio", "event", "retried", Unit.SHARE, new Ratio()),
  /** Of events that share a partition key, those handled before one that had arrived before. */
  OUT_OF_ORDER_RATIO("outOfOrderRatio", "event", "out of order", Unit.SHARE, new Ratio()),
  /** Requests that failed: function errors, other statuses, no answer; throttles apart. */
  ERROR_RATIO("errorRatio", "all", "errors", Unit.SHARE, new Ratio()),
  THROTTLE_RATIO("throttleRatio", "all", "throttles", Unit.SHARE, new Ratio()),
  /** Billed cost of a million forced cold starts. */
  COST_COLD("costColdUsdPerMillion", "cost", "cold per 1M", Unit.USD, new Mean(5)),
  COST_WARM("costWarmUsdPerMillion", "cost", "warm per 1M", Unit.USD, new Mean(5)),
  /** Billed cost of a million invocations as the load found them: at the measured cold ratio. */
  COST_LOAD("costLoadUsdPerMillion", "cost", "load per 1M", Unit.USD, new Mean(5)),
  /** The same with what provisioned environments cost while the load lasted. */
  COST_ALL("costAllUsdPerMillion", "cost", "all per 1M", Unit.USD, new Few());

  /** What a metric is counted in. */
  public enum Unit {
    MS,
    /** 0 to 1. */
    SHARE,
    USD,
    SECONDS,
    /** A rate. */
    PER_SECOND,
    COUNT
  }

  private final String key;
  private final String group;
  private final String label;
  private final Unit unit;

  @SuppressWarnings("ImmutableEnumChecker") // every Statistic is a record of numbers
  private final Statistic statistic;

  Metric(String key, String group, String label, Unit unit, Statistic statistic) {
    this.key = key;
    this.group = group;
    this.label = label;
    this.unit = unit;
    this.statistic = statistic;
  }

  @JsonValue
  public String key() {
    return key;
  }

  /** The rows it is printed with: cold, warm, load, throttle, idle, event, all, cost. */
  public String group() {
    return group;
  }

  public String label() {
    return label;
  }

  public Unit unit() {
    return unit;
  }

  Statistic statistic() {
    return statistic;
  }

  /** Reads a key; anything else is an {@link IllegalArgumentException}. */
  @JsonCreator
  public static Metric of(String key) {
    for (var metric : values()) {
      if (metric.key.equals(key)) {
        return metric;
      }
    }
    throw new IllegalArgumentException("unknown metric: " + key);
  }
}
