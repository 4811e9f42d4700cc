package dev.thaw.results;

import dev.thaw.invocation.Temperature;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The checks of each variant in each phase. The bound on generator lag is that of wrk2's school:
 * beyond max(5 ms, 5 % of the median) latency from the intended time measures the generator. A run
 * is INVALID by it when the whole interval of p99 lies beyond.
 */
record PhaseChecks(Plan plan, List<PhaseSummary> phases) {
  private static final double LAG_FLOOR_MS = 5;
  private static final double LAG_SHARE_OF_MEDIAN = 0.05;
  private static final double TOLERATED_WITHOUT_REPORT = 0.05;
  private static final long FEW_COLD = 20;
  private static final long FEW_WARM = 200;

  Stream<Doubt> doubts() {
    List<Function<PhaseSummary, Stream<Doubt>>> checks =
        List.of(
            this::lag,
            this::unsent,
            this::errors,
            this::throttles,
            this::platformRecords,
            this::lost,
            this::samples,
            this::discarded);
    return checks.stream().flatMap(check -> phases.stream().flatMap(check));
  }

  private Stream<Doubt> lag(PhaseSummary phase) {
    var lag = phase.lag();
    if (lag == null) {
      return Stream.of();
    }
    double median = phase.latencyP50Ms() == null ? 0 : phase.latencyP50Ms();
    double bound = Math.max(LAG_FLOOR_MS, LAG_SHARE_OF_MEDIAN * median);
    if (lag.p99Ms() <= bound) {
      return Stream.of();
    }
    var kind = lag.isAbove(bound) ? Doubt.Kind.GENERATOR_LAG : Doubt.Kind.POSSIBLE_GENERATOR_LAG;
    return Stream.of(
        kind.at(where(phase), "generator lag p99 is %.1f ms, above %.1f ms", lag.p99Ms(), bound));
  }

  private Stream<Doubt> unsent(PhaseSummary phase) {
    long unsent = phase.requests().unsent();
    return unsent == 0
        ? Stream.of()
        : Stream.of(
            Doubt.Kind.UNSENT_REQUESTS.at(
                where(phase),
                "%d of %d planned requests were not sent",
                unsent,
                phase.requests().planned()));
  }

  private Stream<Doubt> errors(PhaseSummary phase) {
    return phase.errorCount() == 0
        ? Stream.of()
        : Stream.of(
            Doubt.Kind.FAILED_REQUESTS.at(
                where(phase),
                "%d of %d requests failed (%s)",
                phase.errorCount(),
                phase.requests().recorded(),
                list(phase.errors())));
  }

  private Stream<Doubt> throttles(PhaseSummary phase) {
    boolean isExpected = plan.phase(phase.phase()).filter(PhaseInfo::expectsThrottles).isPresent();
    return isExpected || phase.throttleCount() == 0
        ? Stream.of()
        : Stream.of(
            Doubt.Kind.UNEXPECTED_THROTTLES.at(
                where(phase),
                "%d of %d requests were throttled (%s)",
                phase.throttleCount(),
                phase.requests().recorded(),
                list(phase.throttles())));
  }

  private Stream<Doubt> platformRecords(PhaseSummary phase) {
    var requests = phase.requests();
    return requests.withoutReport() <= TOLERATED_WITHOUT_REPORT * requests.recorded()
        ? Stream.of()
        : Stream.of(
            Doubt.Kind.PLATFORM_RECORDS_MISSING.at(
                where(phase),
                "no REPORT was found for %d of %d requests",
                requests.withoutReport(),
                requests.recorded()));
  }

  private Stream<Doubt> lost(PhaseSummary phase) {
    var delivery = phase.delivery();
    return delivery == null || delivery.lost() == 0
        ? Stream.of()
        : Stream.of(
            Doubt.Kind.EVENTS_LOST.at(
                where(phase),
                "the log tells nothing of %d of %d accepted events",
                delivery.lost(),
                delivery.accepted()));
  }

  private Stream<Doubt> samples(PhaseSummary phase) {
    return phase
        .protocol()
        .wanted()
        .map(temperature -> samples(phase, temperature))
        .orElseGet(Stream::of);
  }

  private static Stream<Doubt> samples(PhaseSummary phase, Temperature wanted) {
    boolean isCold = wanted == Temperature.COLD;
    long n = phase.count(wanted);
    var temperature = isCold ? "cold" : "warm";
    if (n == 0) {
      var kind = isCold ? Doubt.Kind.NO_COLD_SAMPLES : Doubt.Kind.NO_WARM_SAMPLES;
      return Stream.of(kind.at(where(phase), "there is no %s sample", temperature));
    }
    if (n < (isCold ? FEW_COLD : FEW_WARM)) {
      var kind = isCold ? Doubt.Kind.FEW_COLD_SAMPLES : Doubt.Kind.FEW_WARM_SAMPLES;
      return Stream.of(
          kind.at(where(phase), "only %d %s %s", n, temperature, n == 1 ? "sample" : "samples"));
    }
    return Stream.of();
  }

  private Stream<Doubt> discarded(PhaseSummary phase) {
    var unplanned = new TreeMap<>(phase.discarded());
    unplanned.remove(Stretch.WARM_UP);
    return unplanned.isEmpty()
        ? Stream.of()
        : Stream.of(Doubt.Kind.DISCARDED_CYCLES.at(where(phase), "discarded: %s", list(unplanned)));
  }

  private static String where(PhaseSummary phase) {
    return phase.variant() + ", " + phase.phase();
  }

  private static String list(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(entry -> entry.getValue() + " × " + entry.getKey())
        .collect(Collectors.joining(", "));
  }
}
