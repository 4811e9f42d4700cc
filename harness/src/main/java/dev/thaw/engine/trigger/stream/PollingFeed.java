package dev.thaw.engine.trigger.stream;

import dev.thaw.engine.lambda.mapping.Mapping;
import java.time.Duration;

/**
 * Told what pollers do, on the pollers' threads, so it must not block.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html">Event
 *     source mapping metrics</a>
 */
public interface PollingFeed {
  /** Who does not want to know. */
  PollingFeed NONE = new PollingFeed() {};

  /** Numbers of records, under the names of Lambda's metrics. */
  enum Count {
    POLLED_EVENT_COUNT,
    FILTERED_OUT_EVENT_COUNT,
    INVOKED_EVENT_COUNT,
    FAILED_INVOKE_EVENT_COUNT,
    DROPPED_EVENT_COUNT,
    ON_FAILURE_DESTINATION_DELIVERED_EVENT_COUNT,
    DESTINATION_DELIVERY_FAILURES
  }

  /** So many records more. */
  default void counted(Mapping mapping, Count count, int records) {}

  /** The metric IteratorAge: how old a batch's last record is when the function is invoked. */
  default void iteratorAge(Mapping mapping, Duration age) {}
}
