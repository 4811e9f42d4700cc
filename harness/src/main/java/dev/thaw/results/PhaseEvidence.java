package dev.thaw.results;

import dev.thaw.invocation.Answer;
import dev.thaw.invocation.Invocation;
import dev.thaw.invocation.Temperature;
import dev.thaw.stats.Sample;
import dev.thaw.stats.Share;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the figures of one variant in one phase are measured from. */
final class PhaseEvidence {
  private final RunFolder.Contents run;
  private final PhaseInfo phase;
  private final VariantInfo variant;
  private final KeptStretches stretches;
  private final List<Invocation> kept;
  private final Map<Metric, Evidence> own = new EnumMap<>(Metric.class);

  PhaseEvidence(RunFolder.Contents run, PhaseInfo phase, VariantInfo variant) {
    this.run = run;
    this.phase = phase;
    this.variant = variant;
    this.stretches = new KeptStretches(run.stretches());
    this.kept =
        Kept.of(run, variant.name(), phase.name()).invocations().stream()
            .sorted(Comparator.comparingLong(one -> one.request().timing().intendedNs()))
            .toList();
    switch (phase.protocol()) {
      case OPEN_LOAD -> addLoad();
      case SCALE_OUT -> addBursts();
      case IDLE_GAPS -> own.put(Metric.KEEP_ALIVE, IdleGap.bounds(tries()));
      case FORCED_COLD_STARTS, WARM_STEADY_LOAD -> {}
    }
  }

  /** What is measured of this phase alone. */
  Map<Metric, Evidence> all() {
    var all = new EnumMap<Metric, Evidence>(Metric.class);
    var usual = VariantEvidence.of(run, variant, phase);
    for (var metric : Metric.values()) {
      if (phase.protocol().asked().contains(metric)) {
        all.put(metric, own.getOrDefault(metric, usual.of(metric)));
      }
    }
    return all;
  }

  /** Times of idleness and how many calls after them were cold; none in other protocols. */
  List<IdleGap> gaps() {
    return phase.protocol() == Protocol.IDLE_GAPS ? IdleGap.together(tries()) : List.of();
  }

  private List<IdleGap.Try> tries() {
    var before =
        Stream.concat(
                kept.stream(), Kept.left(run, variant.name(), phase.name()).invocations().stream())
            .toList();
    return IdleGap.tries(kept, before, run.info().target().platformTimeScale());
  }

  private void addLoad() {
    var client =
        new Evidence.Values(
            Sample.of(
                kept.stream()
                    .filter(one -> one.request().answer().isSuccess())
                    .mapToDouble(PhaseEvidence::clientMs)));
    for (var metric : List.of(Metric.CLIENT_P50, Metric.CLIENT_P90, Metric.CLIENT_P99)) {
      own.put(metric, client);
    }
    addProvisioned();
    var overloads = rounds().stream().flatMap(PhaseEvidence::overload).toList();
    own.put(
        Metric.ONSET_RATE,
        new Evidence.Values(Sample.of(overloads.stream().mapToDouble(Overload::onsetPerSecond))));
    own.put(
        Metric.RECOVERY,
        new Evidence.Values(Sample.of(overloads.stream().mapToDouble(Overload::recoveryMs))));
  }

  private void addProvisioned() {
    var concurrency = variant.concurrency();
    if (concurrency.readyMs() != null) {
      own.put(Metric.READY, new Evidence.Values(Sample.of(concurrency.readyMs())));
    }
    var costs = new ProvisionedCost(variant, run.info().plan());
    own.put(
        Metric.COST_ALL,
        new Evidence.Values(
            Sample.of(
                rounds().stream().flatMapToDouble(round -> costs.perMillion(round).stream()))));
    if (concurrency.provisioned() > 0) {
      var served = kept.stream().filter(one -> one.request().answer().marker() != null).toList();
      long spilled = served.stream().filter(one -> !ProvisionedCost.isProvisioned(one)).count();
      own.put(Metric.SPILL_OVER, new Evidence.Trials(new Share(spilled, served.size())));
    }
  }

  private static Stream<Overload> overload(List<Invocation> round) {
    return Overload.of(
        round.stream()
            .map(
                one ->
                    new Overload.Point(
                        one.request().timing().intendedNs(), 1, throttles(one.request().answer())))
            .toList())
        .stream();
  }

  private static long throttles(Answer answer) {
    return answer.isThrottled() ? 1 : 0;
  }

  private void addBursts() {
    own.put(
        Metric.COLD_SLOWEST_P50,
        new Evidence.Values(
            Sample.of(
                rounds().stream()
                    .mapToDouble(
                        burst ->
                            burst.stream()
                                .filter(one -> one.temperature() == Temperature.COLD)
                                .mapToDouble(PhaseEvidence::clientMs)
                                .max()
                                .orElse(Double.NaN))
                    .filter(value -> !Double.isNaN(value)))));
  }

  /** The kept invocations of each stretch. */
  private List<List<Invocation>> rounds() {
    var rounds = new ArrayList<List<Invocation>>();
    stretches
        .kept(phase.name(), variant.name())
        .forEach(
            stretch ->
                rounds.add(
                    kept.stream()
                        .filter(one -> stretch.holds(one.request().slot().index()))
                        .toList()));
    return rounds;
  }

  private static double clientMs(Invocation invocation) {
    return invocation.request().timing().latencyMs();
  }
}
