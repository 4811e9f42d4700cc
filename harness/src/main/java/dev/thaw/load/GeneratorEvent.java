package dev.thaw.load;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.thaw.invocation.Request;
import java.util.List;

/**
 * What a load generator reports, as one line {@code @thaw {json}} on its standard output; other
 * lines there are its libraries' chatter.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
  @JsonSubTypes.Type(value = GeneratorEvent.Ready.class, name = "ready"),
  @JsonSubTypes.Type(value = GeneratorEvent.Progress.class, name = "progress"),
  @JsonSubTypes.Type(value = GeneratorEvent.Fired.class, name = "fired"),
  @JsonSubTypes.Type(value = GeneratorEvent.Failed.class, name = "failed"),
  @JsonSubTypes.Type(value = GeneratorEvent.Closed.class, name = "closed")
})
public sealed interface GeneratorEvent {
  /** What stands before the JSON on a line that is an event. */
  String PREFIX = "@thaw ";

  /** Burnt in and waiting for orders. */
  record Ready(long burnInRequests, double burnInMs) implements GeneratorEvent {}

  /**
   * Where a stretch stands, about twice a second: planned, sent, answered and failed so far (a
   * function error and a throttle are failures), latency in ms from the intended time over the last
   * interval (NaN when nothing was answered in it).
   */
  record Progress(
      String phase,
      String variant,
      long planned,
      long sent,
      long done,
      long failed,
      double p50Ms,
      double p99Ms)
      implements GeneratorEvent {}

  /**
   * A stretch has ended: every request was answered, failed, or given up after its timeout. Lag in
   * ms from intended to sent. {@code requests} holds the answers when they were asked for.
   */
  record Fired(
      String phase,
      String variant,
      long planned,
      long sent,
      long done,
      long failed,
      double lagP50Ms,
      double lagP99Ms,
      double lagMaxMs,
      List<Request> requests)
      implements GeneratorEvent {}

  /** The generator cannot go on; the message names the cause and the remedy. */
  record Failed(String message) implements GeneratorEvent {}

  /** The file is complete and the generator is about to end. */
  record Closed(long recorded) implements GeneratorEvent {}
}
