package dev.thaw.results;

import dev.thaw.invocation.Timing;
import java.util.stream.Stream;

/** The checks of a whole run. */
final class RunChecks {
  /** Requests that may find every CPU taken before it is worth a word. */
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
    int cpus = run.info().provenance().machine().cpus();
    if (!run.info().target().sharesMachine() || run.invocations().isEmpty()) {
      return Stream.of();
    }
    var timings = run.invocations().stream().map(one -> one.request().timing()).toList();
    var sent = timings.stream().mapToLong(Timing::sentNs).sorted().toArray();
    var done = timings.stream().mapToLong(Timing::doneNs).sorted().toArray();
    double share = (double) crowded(sent, done, cpus) / sent.length;
    return share <= TOLERATED_CROWDING
        ? Stream.of()
        : Stream.of(
            Doubt.Kind.CPU_OVERSUBSCRIBED.at(
                "run", "%.1f %% of requests found all %d CPUs taken by others", share * 100, cpus));
  }

  /** Requests that went out when as many as there are CPUs had not been answered yet. */
  private static long crowded(long[] sent, long[] done, int cpus) {
    long crowded = 0;
    int answered = 0;
    for (int i = 0; i < sent.length; i++) {
      while (done[answered] <= sent[i] && answered < i) {
        answered++;
      }
      crowded += i - answered >= cpus ? 1 : 0;
    }
    return crowded;
  }
}
