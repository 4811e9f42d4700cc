package dev.thaw.results;

import dev.thaw.invocation.Handling;
import dev.thaw.invocation.Invocation;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether handled events of streams came in order. One is out of order when it was handled before
 * another that the stream had taken (and said so) before this one was even sent; of two that were
 * on their way at the same time none is the earlier one.
 */
record EventOrder(List<Invocation> handled) {
  private static final Comparator<Handling> BY_HANDLING =
      Comparator.comparingLong(Handling::startedNs).thenComparingInt(Handling::position);

  /** Events that share their partition key with others. */
  long inSharedKeys() {
    return groups(Handling.Place::key).stream().mapToLong(List::size).sum();
  }

  /** Out of order among those with the same partition key. */
  long byKey() {
    return groups(Handling.Place::key).stream().mapToLong(EventOrder::outOfOrder).sum();
  }

  /** Out of order in their shard: where a shard's batches run one by one there is none. */
  long byShard() {
    return groups(Handling.Place::shard).stream().mapToLong(EventOrder::outOfOrder).sum();
  }

  private Collection<List<Invocation>> groups(Function<Handling.Place, @Nullable String> name) {
    return handled.stream()
        .map(one -> Map.entry(Optional.ofNullable(name.apply(handling(one).place())), one))
        .filter(entry -> entry.getKey().isPresent())
        .collect(
            Collectors.groupingBy(
                entry -> entry.getKey().orElseThrow(),
                Collectors.mapping(Map.Entry::getValue, Collectors.toList())))
        .values();
  }

  private static long outOfOrder(List<Invocation> group) {
    var bySent = sorted(group, one -> one.request().timing().sentNs());
    var byDone = sorted(group, one -> one.request().timing().doneNs());
    long outOfOrder = 0;
    int taken = 0;
    @Nullable Handling latest = null;
    for (var one : bySent) {
      for (; isDone(byDone.get(taken), one); taken++) {
        var earlier = handling(byDone.get(taken));
        latest = latest == null || BY_HANDLING.compare(earlier, latest) > 0 ? earlier : latest;
      }
      if (latest != null && BY_HANDLING.compare(handling(one), latest) < 0) {
        outOfOrder++;
      }
    }
    return outOfOrder;
  }

  /** None is done before itself is sent, so there is always one that is not. */
  private static boolean isDone(Invocation one, Invocation beforeSent) {
    return one.request().timing().doneNs() < beforeSent.request().timing().sentNs();
  }

  private static List<Invocation> sorted(List<Invocation> group, ToLongFunction<Invocation> by) {
    return group.stream().sorted(Comparator.comparingLong(by)).toList();
  }

  private static Handling handling(Invocation one) {
    return one.handled().orElseThrow();
  }
}
