package dev.thaw.results;

import dev.thaw.invocation.Answer;
import dev.thaw.invocation.Invocation;
import dev.thaw.invocation.Memory;
import dev.thaw.invocation.Price;
import dev.thaw.invocation.Temperature;
import dev.thaw.stats.Sample;
import dev.thaw.stats.Share;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What each metric of a variant is measured from. Cold samples come from the phases that force cold
 * starts, warm ones and the cold ratio from load, or all of them from one phase; an invocation
 * without a REPORT counts for what the client saw and not for what the platform logged.
 */
final class VariantEvidence {
  private static final double MILLION = 1e6;

  private final Map<Metric, Evidence> metrics = new EnumMap<>(Metric.class);
  private final Kept forced;
  private final Kept load;
  private final List<Invocation> all;
  private final Sample roundTrips;

  /** What the metrics are taken from. */
  private record Source(Kept forced, Kept load, List<Invocation> all) {}

  private VariantEvidence(Source source, Sample roundTrips, VariantInfo variant, Plan plan) {
    this.forced = source.forced();
    this.load = source.load();
    this.all = source.all();
    this.roundTrips = roundTrips;
    addCold();
    addWarm();
    addRatios();
    addCosts(plan.price(), variant.memory());
  }

  /** Of all phases that force cold starts, and of all that load warm environments. */
  static VariantEvidence of(RunFolder.Contents run, VariantInfo variant) {
    var forced = Kept.of(run, variant.name(), Protocol.FORCED_COLD_STARTS);
    var load = Kept.of(run, variant.name(), Protocol.WARM_STEADY_LOAD);
    var all = Stream.of(forced, load).flatMap(kept -> kept.invocations().stream()).toList();
    // From load; where there was none, from what answered warm between cold starts.
    var source = hasWarm(load) ? load : forced;
    var plan = run.info().plan();
    var open = Kept.of(run, variant.name(), Protocol.OPEN_LOAD);
    return new VariantEvidence(new Source(forced, load, all), roundTrips(source), variant, plan)
        .withEvents(Stream.of(load, open).flatMap(kept -> kept.invocations().stream()).toList());
  }

  /** Of one phase, be it cold or warm. */
  static VariantEvidence of(RunFolder.Contents run, VariantInfo variant, PhaseInfo phase) {
    var kept = Kept.of(run, variant.name(), phase.name());
    var source = hasWarm(kept) ? kept : Kept.of(run, variant.name());
    boolean isForced = phase.protocol() == Protocol.FORCED_COLD_STARTS;
    boolean isLoad = phase.protocol() == Protocol.WARM_STEADY_LOAD;
    return new VariantEvidence(
            new Source(isLoad ? Kept.NONE : kept, isForced ? Kept.NONE : kept, kept.invocations()),
            roundTrips(source),
            variant,
            run.info().plan())
        .withEvents(kept.invocations());
  }

  private VariantEvidence withEvents(List<Invocation> events) {
    metrics.putAll(Deliveries.of(events).evidence());
    return this;
  }

  private static boolean hasWarm(Kept kept) {
    return Reported.of(awaited(kept.answered(Temperature.WARM))).findAny().isPresent();
  }

  private static Sample roundTrips(Kept source) {
    return Sample.of(
        Reported.of(awaited(source.answered(Temperature.WARM))).mapToDouble(Reported::outsideMs));
  }

  /** What other clients wait for is not the function. */
  private static Stream<Invocation> awaited(Stream<Invocation> invocations) {
    return invocations.filter(one -> one.request().route().isAwaited());
  }

  Evidence of(Metric metric) {
    return metrics.getOrDefault(metric, new Evidence.Values(Sample.of()));
  }

  /** The answered cold starts that were forced. */
  Stream<Invocation> cold() {
    return forced.answered(Temperature.COLD);
  }

  /** The answered warm invocations under load. */
  Stream<Invocation> warm() {
    return load.answered(Temperature.WARM);
  }

  private void addCold() {
    metrics.put(Metric.COLD_CLIENT_P50, values(awaited(cold()), VariantEvidence::clientMs));
    put(Metric.COLD_INIT_P50, Reported.of(cold()).filter(Reported::hasInit), Reported::initMs);
    put(Metric.COLD_FIRST_DURATION_P50, Reported.of(cold()), Reported::durationMs);
    if (!roundTrips.isEmpty()) {
      double median = roundTrips.median();
      put(
          Metric.COLD_HIDDEN_P50,
          Reported.of(awaited(cold())).filter(Reported::hasInit),
          cold -> cold.outsideMs() - median);
    }
  }

  private void addWarm() {
    var client = values(awaited(warm()), VariantEvidence::clientMs);
    var service = values(awaited(warm()), warm -> warm.request().timing().serviceMs());
    for (var metric :
        List.of(
            Metric.WARM_CLIENT_P50,
            Metric.WARM_CLIENT_P90,
            Metric.WARM_CLIENT_P99,
            Metric.WARM_CLIENT_P999)) {
      metrics.put(metric, client);
    }
    for (var metric :
        List.of(
            Metric.WARM_SERVICE_P50,
            Metric.WARM_SERVICE_P90,
            Metric.WARM_SERVICE_P99,
            Metric.WARM_SERVICE_P999)) {
      metrics.put(metric, service);
    }
    put(Metric.WARM_DURATION_P50, Reported.of(warm()), Reported::durationMs);
    metrics.put(Metric.WARM_ROUND_TRIP_P50, new Evidence.Values(roundTrips));
  }

  private void addRatios() {
    long cold = load.count(Temperature.COLD);
    long ready = load.count(Temperature.WARM) + load.count(Temperature.PROACTIVE);
    metrics.put(Metric.COLD_RATIO, new Evidence.Trials(new Share(cold, cold + ready)));
    metrics.put(Metric.ERROR_RATIO, share(answer -> !answer.isSuccess() && !answer.isThrottled()));
    metrics.put(Metric.THROTTLE_RATIO, share(Answer::isThrottled));
  }

  private Evidence share(Predicate<Answer> hit) {
    long hits = all.stream().map(one -> one.request().answer()).filter(hit).count();
    return new Evidence.Trials(new Share(hits, all.size()));
  }

  private void addCosts(@Nullable Price price, Memory memory) {
    if (price == null) {
      return;
    }
    ToDoubleFunction<Reported> cost =
        one -> MILLION * price.of(memory, (double) one.report().billedMs());
    put(Metric.COST_COLD, Reported.of(cold()), cost);
    put(Metric.COST_WARM, Reported.of(warm()), cost);
    put(Metric.COST_LOAD, Reported.of(load.invocations().stream()), cost);
  }

  private void put(Metric metric, Stream<Reported> invocations, ToDoubleFunction<Reported> value) {
    metrics.put(metric, new Evidence.Values(Sample.of(invocations.mapToDouble(value))));
  }

  private static Evidence values(
      Stream<Invocation> invocations, ToDoubleFunction<Invocation> value) {
    return new Evidence.Values(Sample.of(invocations.mapToDouble(value)));
  }

  private static double clientMs(Invocation invocation) {
    return invocation.request().timing().latencyMs();
  }
}
