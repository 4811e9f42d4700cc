package dev.thaw.results;

import dev.thaw.invocation.Timing;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The checks of a whole run. */
final class RunChecks {
  /** Requests that may meet busy CPUs before it is worth a word. */
  private static final double TOLERATED_CROWDING = 0.01;

  private final RunFolder.Contents run;

  RunChecks(RunFolder.Contents run) {
    this.run = run;
  }

  Stream<Doubt> doubts() {
    return Stream.of(partialRun(), miscounts(), crowding()).flatMap(found -> found);
  }

  private Stream<Doubt> miscounts() {
    return run.info().invocations().entrySet().stream()
        .filter(entry -> entry.getValue().counted() != entry.getValue().reported())
        .map(
            entry ->
                Doubt.Kind.INVOCATIONS_DIFFER.at(
                    entry.getKey(),
                    "the platform's metric counts %d invocations and the log has %d REPORT lines",
                    entry.getValue().counted(),
                    entry.getValue().reported()));
  }

  private Stream<Doubt> partialRun() {
    if (!run.isPartial()) {
      return Stream.of();
    }
    var cutOff =
        run.cutOffFiles().isEmpty() ? "" : "; cut off: " + String.join(", ", run.cutOffFiles());
    return Stream.of(Doubt.Kind.PARTIAL_RUN.at("run", "it is partial: %s%s", ending(), cutOff));
  }

  private String ending() {
    return switch (run.info().status()) {
      case RUNNING -> run.isProcessAlive() ? "the run is still going on" : "the run was killed";
      case INTERRUPTED -> "the run was interrupted";
      case FAILED -> "the run failed before its end";
      case COMPLETE -> "the run ended, its files did not";
    };
  }

  private Stream<Doubt> crowding() {
    var full = new TreeMap<Long, CpuUse>();
    run.cpu().stream().filter(CpuUse::isFull).forEach(use -> full.put(use.fromNs(), use));
    double share =
        run.invocations().stream().filter(one -> overlaps(one.request().timing(), full)).count()
            / (double) Math.max(1, run.invocations().size());
    return share <= TOLERATED_CROWDING
        ? Stream.of()
        : Stream.of(
            Doubt.Kind.CPU_OVERSUBSCRIBED.at(
                "run",
                "%.1f %% of requests were under way while all %d CPUs were busy",
                share * 100,
                run.info().provenance().machine().cpus()));
  }

  /** Periods follow each other: the last that began before the answer ended last, too. */
  private static boolean overlaps(Timing timing, NavigableMap<Long, CpuUse> periods) {
    var last = periods.lowerEntry(timing.doneNs());
    return last != null && last.getValue().toNs() > timing.sentNs();
  }
}
