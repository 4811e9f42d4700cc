package dev.thaw.results;

import dev.thaw.invocation.Handling;
import dev.thaw.invocation.Invocation;
import dev.thaw.stats.Sample;
import dev.thaw.stats.Share;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * What became of the events that a service accepted, as the functions' logs tell. Times by a
 * handler's clock are held against the generator's: of functions on other machines they hold the
 * clocks' difference.
 */
final class Deliveries {
  private static final double NS_PER_MS = 1e6;

  private final List<Invocation> accepted;
  private final List<Invocation> handled;
  private final Collection<List<Handling>> batches;

  private Deliveries(List<Invocation> accepted) {
    this.accepted = accepted;
    this.handled = accepted.stream().filter(one -> one.handled().isPresent()).toList();
    this.batches = batches(accepted);
  }

  static Deliveries of(List<Invocation> invocations) {
    return new Deliveries(
        invocations.stream().filter(one -> one.request().answer().isSuccess()).toList());
  }

  /** A function that logs nothing of its events tells nothing; unless nobody else would. */
  boolean areKnown() {
    return accepted.stream()
        .anyMatch(one -> !one.handlings().isEmpty() || !one.request().route().isAwaited());
  }

  /** What each metric of events is measured from. */
  Map<Metric, Evidence> evidence() {
    var evidence = new HashMap<Metric, Evidence>();
    if (areKnown()) {
      addTimes(evidence);
      addShares(evidence);
      evidence.put(
          Metric.BATCH_SIZE,
          new Evidence.Values(
              Sample.of(batches.stream().mapToDouble(batch -> batch.get(0).batchSize()))));
    }
    return evidence;
  }

  private void addTimes(Map<Metric, Evidence> evidence) {
    var entry = handledMs(Handling::startedNs);
    var endToEnd = handledMs(Handling::endedNs);
    var queueAge = new Evidence.Values(Sample.of(queueAgesMs()));
    var iteratorAge = new Evidence.Values(Sample.of(iteratorAgesMs()));
    evidence.put(Metric.ENTRY_P50, entry);
    evidence.put(Metric.ENTRY_P99, entry);
    evidence.put(Metric.END_TO_END_P50, endToEnd);
    evidence.put(Metric.END_TO_END_P90, endToEnd);
    evidence.put(Metric.END_TO_END_P99, endToEnd);
    evidence.put(Metric.END_TO_END_P999, endToEnd);
    evidence.put(Metric.QUEUE_AGE_P50, queueAge);
    evidence.put(Metric.QUEUE_AGE_P99, queueAge);
    evidence.put(Metric.ITERATOR_AGE_P50, iteratorAge);
    evidence.put(Metric.ITERATOR_AGE_P99, iteratorAge);
  }

  private void addShares(Map<Metric, Evidence> evidence) {
    var order = order();
    evidence.put(Metric.LOST_RATIO, share(lost(), accepted.size()));
    evidence.put(Metric.DUPLICATE_RATIO, share(duplicated(), accepted.size()));
    evidence.put(Metric.RETRY_RATIO, share(retried(), accepted.size()));
    evidence.put(Metric.OUT_OF_ORDER_RATIO, share(order.byKey(), order.inSharedKeys()));
  }

  private static Evidence share(long hits, long trials) {
    return new Evidence.Trials(new Share(hits, trials));
  }

  private Evidence handledMs(ToLongFunction<Handling> instantNs) {
    return new Evidence.Values(
        Sample.of(
            handled.stream()
                .mapToDouble(
                    one ->
                        (instantNs.applyAsLong(one.handled().orElseThrow())
                                - one.request().timing().intendedNs())
                            / NS_PER_MS)));
  }

  long accepted() {
    return accepted.size();
  }

  long handled() {
    return handled.size();
  }

  long lost() {
    return (long) accepted.size() - handled.size();
  }

  long duplicated() {
    return count(one -> one.handlings().stream().filter(it -> !it.isFailed()).count() > 1);
  }

  long retried() {
    return count(one -> one.handlings().stream().anyMatch(Handling::isFailed));
  }

  private long count(Predicate<Invocation> which) {
    return handled.stream().filter(which).count();
  }

  EventOrder order() {
    return new EventOrder(
        handled.stream().filter(one -> one.request().route().isStream()).toList());
  }

  /** How many invocations handled them, failed ones among them. */
  long invocations() {
    return batches.size();
  }

  long largestBatch() {
    return batches.stream().mapToLong(batch -> batch.get(0).batchSize()).max().orElse(0);
  }

  /** A handler may be entered before the answer is read: the event has then not waited. */
  DoubleStream queueAgesMs() {
    return accepted.stream()
        .filter(one -> one.request().route().isQueued() && !one.handlings().isEmpty())
        .mapToDouble(
            one ->
                Math.max(
                    0,
                    (one.handlings().get(0).startedNs() - one.request().timing().doneNs())
                        / NS_PER_MS));
  }

  /** Those of each batch's last record, as CloudWatch's IteratorAge is. */
  DoubleStream iteratorAgesMs() {
    return batches.stream()
        .filter(batch -> batch.get(0).place().arrivedMs() != null)
        .mapToDouble(
            batch ->
                batch.get(0).startedNs() / NS_PER_MS
                    - batch.stream().mapToLong(Deliveries::arrivedMs).max().orElse(0));
  }

  private static long arrivedMs(Handling handling) {
    var arrived = handling.place().arrivedMs();
    return arrived == null ? 0 : arrived;
  }

  /** An invocation that is tried again keeps its request id. */
  private record Attempt(String requestId, long startedNs) {}

  private static Collection<List<Handling>> batches(List<Invocation> invocations) {
    return invocations.stream()
        .flatMap(one -> one.handlings().stream())
        .collect(Collectors.groupingBy(one -> new Attempt(one.requestId(), one.startedNs())))
        .values();
  }
}
