package dev.thaw.results;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.thaw.invocation.Invocation;
import dev.thaw.invocation.RouteKind;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What became of one variant's accepted events in one phase.
 *
 * @param handled those that a handler finished; the others are lost, or their log has not come
 * @param batches the invocations that handled them, failed ones among them
 */
public record Delivery(
    RouteKind route,
    long accepted,
    long handled,
    long lost,
    long retried,
    long duplicated,
    OutOfOrder outOfOrder,
    Batches batches,
    @Nullable Double maxQueueAgeMs,
    @Nullable Double maxIteratorAgeMs) {

  /** Events out of order among those with their partition key, and among all of their shard. */
  public record OutOfOrder(long byKey, long byShard) {}

  /** How many batches there were, and how many events the largest had. */
  public record Batches(long count, long largest) {}

  /** What the functions' logs tell, if they do. */
  static Optional<Delivery> of(List<Invocation> kept) {
    var deliveries = Deliveries.of(kept);
    return deliveries.areKnown()
        ? Optional.of(of(kept.get(0).request().route(), deliveries))
        : Optional.empty();
  }

  private static Delivery of(RouteKind route, Deliveries deliveries) {
    return new Delivery(
        route,
        deliveries.accepted(),
        deliveries.handled(),
        deliveries.lost(),
        deliveries.retried(),
        deliveries.duplicated(),
        new OutOfOrder(deliveries.order().byKey(), deliveries.order().byShard()),
        new Batches(deliveries.invocations(), deliveries.largestBatch()),
        boxed(deliveries.queueAgesMs().max()),
        boxed(deliveries.iteratorAgesMs().max()));
  }

  private static @Nullable Double boxed(OptionalDouble value) {
    return value.isPresent() ? value.orElseThrow() : null;
  }

  /** Whether each sender waited for the function. */
  @JsonIgnore
  public boolean isAwaited() {
    return route.isAwaited();
  }
}
