package dev.thaw.experiment.fit;

import dev.thaw.invocation.Invocation;
import dev.thaw.invocation.Temperature;
import dev.thaw.results.Protocol;
import dev.thaw.results.RunFolder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The gaps in which a variant's environments had nothing to do, by the client's clock: from the
 * answer of one invocation to the sending of the next. An environment that was idle when a cold
 * start was sent, in the same phase of load, and never served again is taken to have ended. Phases
 * that force cold starts end environments themselves and tell only of reuse; one that failed is
 * left out.
 */
final class IdleGaps {
  private static final double NS_PER_SECOND = 1e9;

  /** An environment is not free at once when its answer is there. */
  private static final double LEAST_MISSED_NS = 0.1 * NS_PER_SECOND;

  private final Set<String> loadPhases = new HashSet<>();
  private final Map<String, List<Invocation>> uses = new HashMap<>();
  private final List<Invocation> coldStarts = new ArrayList<>();
  private long reuses;
  private long misses;
  private double longestReusedNs = Double.NEGATIVE_INFINITY;
  private double shortestMissedNs = Double.POSITIVE_INFINITY;

  private IdleGaps(RunFolder.Contents run, String variant) {
    run.info().plan().phases().stream()
        .filter(phase -> phase.protocol() == Protocol.WARM_STEADY_LOAD)
        .forEach(phase -> loadPhases.add(phase.name()));
    run.invocations().stream()
        .filter(one -> one.request().slot().variant().equals(variant))
        .sorted(Comparator.comparingLong(IdleGaps::sentNs))
        .forEach(this::add);
  }

  static KeepAliveBounds of(RunFolder.Contents run, String variant) {
    var gaps = new IdleGaps(run, variant);
    gaps.uses.values().forEach(gaps::reuse);
    gaps.coldStarts.forEach(gaps::miss);
    return new KeepAliveBounds(
        gaps.reuses == 0 ? null : gaps.longestReusedNs / NS_PER_SECOND,
        gaps.misses == 0 ? null : gaps.shortestMissedNs / NS_PER_SECOND,
        gaps.reuses,
        gaps.misses);
  }

  private void add(Invocation invocation) {
    invocation
        .environment()
        .ifPresent(id -> uses.computeIfAbsent(id, added -> new ArrayList<>()).add(invocation));
    if (invocation.temperature() == Temperature.COLD && isUnderLoad(invocation)) {
      coldStarts.add(invocation);
    }
  }

  private boolean isUnderLoad(Invocation invocation) {
    return loadPhases.contains(invocation.request().slot().phase());
  }

  private void reuse(List<Invocation> ofEnvironment) {
    for (int i = 1; i < ofEnvironment.size(); i++) {
      reuses++;
      longestReusedNs =
          Math.max(
              longestReusedNs, sentNs(ofEnvironment.get(i)) - doneNs(ofEnvironment.get(i - 1)));
    }
  }

  private void miss(Invocation cold) {
    uses.values().stream()
        .map(ofEnvironment -> ofEnvironment.get(ofEnvironment.size() - 1))
        .filter(last -> last.request().answer().isSuccess())
        .filter(last -> last.request().slot().phase().equals(cold.request().slot().phase()))
        .mapToDouble(last -> sentNs(cold) - doneNs(last))
        .filter(gap -> gap > LEAST_MISSED_NS)
        .min()
        .ifPresent(
            gap -> {
              misses++;
              shortestMissedNs = Math.min(shortestMissedNs, gap);
            });
  }

  private static double doneNs(Invocation invocation) {
    return invocation.request().timing().doneNs();
  }

  private static long sentNs(Invocation invocation) {
    return invocation.request().timing().sentNs();
  }
}
