package dev.thaw.results;

import static dev.thaw.results.Metric.BATCH_SIZE;
import static dev.thaw.results.Metric.CLIENT_P50;
import static dev.thaw.results.Metric.CLIENT_P90;
import static dev.thaw.results.Metric.CLIENT_P99;
import static dev.thaw.results.Metric.COLD_CLIENT_P50;
import static dev.thaw.results.Metric.COLD_FIRST_DURATION_P50;
import static dev.thaw.results.Metric.COLD_HIDDEN_P50;
import static dev.thaw.results.Metric.COLD_INIT_P50;
import static dev.thaw.results.Metric.COLD_RATIO;
import static dev.thaw.results.Metric.COLD_SLOWEST_P50;
import static dev.thaw.results.Metric.COST_ALL;
import static dev.thaw.results.Metric.COST_COLD;
import static dev.thaw.results.Metric.COST_LOAD;
import static dev.thaw.results.Metric.COST_WARM;
import static dev.thaw.results.Metric.DUPLICATE_RATIO;
import static dev.thaw.results.Metric.END_TO_END_P50;
import static dev.thaw.results.Metric.END_TO_END_P90;
import static dev.thaw.results.Metric.END_TO_END_P99;
import static dev.thaw.results.Metric.END_TO_END_P999;
import static dev.thaw.results.Metric.ENTRY_P50;
import static dev.thaw.results.Metric.ENTRY_P99;
import static dev.thaw.results.Metric.ERROR_RATIO;
import static dev.thaw.results.Metric.ITERATOR_AGE_P50;
import static dev.thaw.results.Metric.ITERATOR_AGE_P99;
import static dev.thaw.results.Metric.KEEP_ALIVE;
import static dev.thaw.results.Metric.LOST_RATIO;
import static dev.thaw.results.Metric.ONSET_RATE;
import static dev.thaw.results.Metric.OUT_OF_ORDER_RATIO;
import static dev.thaw.results.Metric.QUEUE_AGE_P50;
import static dev.thaw.results.Metric.QUEUE_AGE_P99;
import static dev.thaw.results.Metric.READY;
import static dev.thaw.results.Metric.RECOVERY;
import static dev.thaw.results.Metric.RETRY_RATIO;
import static dev.thaw.results.Metric.SPILL_OVER;
import static dev.thaw.results.Metric.THROTTLE_RATIO;
import static dev.thaw.results.Metric.WARM_CLIENT_P50;
import static dev.thaw.results.Metric.WARM_CLIENT_P90;
import static dev.thaw.results.Metric.WARM_CLIENT_P99;
import static dev.thaw.results.Metric.WARM_CLIENT_P999;
import static dev.thaw.results.Metric.WARM_DURATION_P50;
import static dev.thaw.results.Metric.WARM_ROUND_TRIP_P50;
import static dev.thaw.results.Metric.WARM_SERVICE_P50;
import static dev.thaw.results.Metric.WARM_SERVICE_P90;
import static dev.thaw.results.Metric.WARM_SERVICE_P99;
import static dev.thaw.results.Metric.WARM_SERVICE_P999;

import java.util.EnumSet;
import java.util.Set;

/** Which figures a phase is measured for, by its protocol. */
final class Asked {
  private static final Set<Metric> EVENTS =
      EnumSet.of(
          ENTRY_P50,
          ENTRY_P99,
          END_TO_END_P50,
          END_TO_END_P90,
          END_TO_END_P99,
          END_TO_END_P999,
          QUEUE_AGE_P50,
          QUEUE_AGE_P99,
          ITERATOR_AGE_P50,
          ITERATOR_AGE_P99,
          BATCH_SIZE,
          LOST_RATIO,
          DUPLICATE_RATIO,
          RETRY_RATIO,
          OUT_OF_ORDER_RATIO);

  private static final Set<Metric> FORCED =
      EnumSet.of(
          COLD_CLIENT_P50,
          COLD_INIT_P50,
          COLD_FIRST_DURATION_P50,
          COLD_HIDDEN_P50,
          ERROR_RATIO,
          THROTTLE_RATIO,
          COST_COLD);

  private static final Set<Metric> WARM =
      withEvents(
          WARM_CLIENT_P50,
          WARM_CLIENT_P90,
          WARM_CLIENT_P99,
          WARM_CLIENT_P999,
          WARM_SERVICE_P50,
          WARM_SERVICE_P90,
          WARM_SERVICE_P99,
          WARM_SERVICE_P999,
          WARM_DURATION_P50,
          WARM_ROUND_TRIP_P50,
          COLD_RATIO,
          ERROR_RATIO,
          THROTTLE_RATIO,
          COST_WARM,
          COST_LOAD);

  private static final Set<Metric> BURST = with(FORCED, COLD_SLOWEST_P50);

  private static final Set<Metric> IDLE =
      EnumSet.of(
          COLD_CLIENT_P50,
          COLD_INIT_P50,
          COLD_HIDDEN_P50,
          WARM_CLIENT_P50,
          KEEP_ALIVE,
          ERROR_RATIO,
          THROTTLE_RATIO);

  private static final Set<Metric> OPEN =
      withEvents(
          CLIENT_P50,
          CLIENT_P90,
          CLIENT_P99,
          COLD_CLIENT_P50,
          WARM_CLIENT_P50,
          COLD_RATIO,
          ONSET_RATE,
          RECOVERY,
          ERROR_RATIO,
          THROTTLE_RATIO,
          SPILL_OVER,
          READY,
          COST_ALL);

  private Asked() {}

  private static Set<Metric> withEvents(Metric first, Metric... others) {
    var all = EnumSet.of(first, others);
    all.addAll(EVENTS);
    return all;
  }

  private static Set<Metric> with(Set<Metric> some, Metric more) {
    var all = EnumSet.copyOf(some);
    all.add(more);
    return all;
  }

  static Set<Metric> of(Protocol protocol) {
    return switch (protocol) {
      case FORCED_COLD_STARTS -> FORCED;
      case WARM_STEADY_LOAD -> WARM;
      case SCALE_OUT -> BURST;
      case IDLE_GAPS -> IDLE;
      case OPEN_LOAD -> OPEN;
    };
  }
}
