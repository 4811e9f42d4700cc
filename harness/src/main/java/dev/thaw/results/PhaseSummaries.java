package dev.thaw.results;

import dev.thaw.invocation.Answer;
import dev.thaw.invocation.Invocation;
import dev.thaw.invocation.Temperature;
import dev.thaw.stats.Sample;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what happened in each phase to each variant. */
final class PhaseSummaries {
  /** Kinds of error told apart; what comes after them is "other". */
  private static final int MAX_KINDS = 20;

  private static final int MAX_KIND_LENGTH = 80;

  private record Place(String phase, String variant) {}

  private final KeptStretches stretches;
  private final Map<Place, List<Invocation>> kept = new HashMap<>();

  private PhaseSummaries(RunFolder.Contents run) {
    this.stretches = new KeptStretches(run.stretches());
    for (var invocation : run.invocations()) {
      var slot = invocation.request().slot();
      if (stretches.keeps(slot)) {
        kept.computeIfAbsent(new Place(slot.phase(), slot.variant()), place -> new ArrayList<>())
            .add(invocation);
      }
    }
  }

  static List<PhaseSummary> of(RunFolder.Contents run) {
    var summaries = new PhaseSummaries(run);
    var plan = run.info().plan();
    return plan.phases().stream()
        .flatMap(phase -> plan.variants().stream().map(one -> summaries.of(phase, one.name())))
        .toList();
  }

  private PhaseSummary of(PhaseInfo phase, String variant) {
    var invocations = kept.getOrDefault(new Place(phase.name(), variant), List.of());
    var lags = Sample.of(invocations.stream().mapToDouble(one -> one.request().timing().lagMs()));
    var latencies =
        Sample.of(
            invocations.stream()
                .map(Invocation::request)
                .filter(request -> request.answer().isSuccess())
                .mapToDouble(request -> request.timing().latencyMs()));
    return new PhaseSummary(
        phase.name(),
        variant,
        phase.protocol(),
        requests(phase.name(), variant, invocations),
        temperatures(invocations),
        errors(invocations),
        throttles(invocations),
        discarded(phase.name(), variant),
        lags.isEmpty() ? null : Lag.of(lags),
        latencies.isEmpty() ? null : latencies.median());
  }

  /** Planned is what the kept stretches say, or what was recorded where none was written yet. */
  private PhaseSummary.Requests requests(
      String phase, String variant, List<Invocation> invocations) {
    long planned = stretches.kept(phase, variant).mapToLong(Stretch::count).sum();
    long withoutReport =
        invocations.stream()
            .filter(one -> one.request().route().isAwaited())
            .filter(one -> one.request().answer().isSuccess() && one.platform() == null)
            .count();
    return new PhaseSummary.Requests(
        planned == 0 ? invocations.size() : planned,
        invocations.size(),
        withoutReport,
        Delivery.of(invocations).orElse(null));
  }

  private static Map<Temperature, Long> temperatures(List<Invocation> invocations) {
    var counts = new EnumMap<Temperature, Long>(Temperature.class);
    for (var invocation : invocations) {
      if (invocation.request().answer().isSuccess()) {
        counts.merge(invocation.temperature(), 1L, Long::sum);
      }
    }
    return counts;
  }

  private static Map<String, Long> errors(List<Invocation> invocations) {
    var counts = new TreeMap<String, Long>();
    for (var invocation : invocations) {
      var answer = invocation.request().answer();
      if (!answer.isSuccess() && !answer.isThrottled()) {
        var kind = kind(answer);
        boolean isKnown = counts.containsKey(kind) || counts.size() < MAX_KINDS;
        counts.merge(isKnown ? kind : "other", 1L, Long::sum);
      }
    }
    return counts;
  }

  private static String kind(Answer answer) {
    if (answer.functionError() != null) {
      return "function error: " + answer.functionError();
    }
    var text = answer.error() == null ? "" : ": " + answer.error().lines().findFirst().orElse("");
    var kind = (answer.status() == 0 ? "no answer" : "HTTP " + answer.status()) + text;
    return kind.length() <= MAX_KIND_LENGTH ? kind : kind.substring(0, MAX_KIND_LENGTH) + "…";
  }

  private static Map<String, Long> throttles(List<Invocation> invocations) {
    var counts = new TreeMap<String, Long>();
    for (var invocation : invocations) {
      var answer = invocation.request().answer();
      if (answer.isThrottled()) {
        var reason = answer.throttleReason();
        var code = answer.errorCode().orElse("no reason given");
        counts.merge(reason == null ? code : reason.wire(), 1L, Long::sum);
      }
    }
    return counts;
  }

  private Map<String, Long> discarded(String phase, String variant) {
    var counts = new TreeMap<String, Long>();
    stretches
        .discarded(phase, variant)
        .map(stretch -> stretch.reason() == null ? "no reason given" : stretch.reason())
        .forEach(reason -> counts.merge(reason, 1L, Long::sum));
    return counts;
  }
}
