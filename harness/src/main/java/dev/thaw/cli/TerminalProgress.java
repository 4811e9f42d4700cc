package dev.thaw.cli;

import dev.thaw.experiment.RunEvent;
import dev.thaw.invocation.Notation;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/**
 * Shows on a terminal what a run is doing: a line for each step that is done, and one live line
 * that is rewritten in place.
 */
final class TerminalProgress implements Progress {
  private static final String REWRITE = "\r\u001b[K";

  private final PrintWriter err;
  private final int width;
  private String phase = "";
  private String live = "";

  TerminalProgress(PrintWriter err, int width) {
    this.err = err;
    this.width = width;
  }

  @Override
  public void on(RunEvent event) {
    if (event instanceof RunEvent.Started started) {
      done(
          "%s: about %s, into %s"
              .formatted(started.experiment().name(), clock(started.estimate()), started.folder()));
    } else if (event instanceof RunEvent.Deploying deploying) {
      show("deploying %s (%,d of %,d)", deploying.variant(), deploying.number(), deploying.of());
    } else if (event instanceof RunEvent.BurningIn burningIn) {
      show("%s burns in with %,d requests", burningIn.what(), burningIn.requests());
    } else if (event instanceof RunEvent.PhaseStarted started) {
      phaseStarted(started);
    } else if (event instanceof RunEvent.CycleEnded ended) {
      cycleEnded(ended);
    } else if (event instanceof RunEvent.Loading loading) {
      loading(loading);
    } else if (event instanceof RunEvent.Idling idling) {
      show(
          "%s  %s  idle for %s  %s left",
          idling.phase(), idling.variant(), Notation.time(idling.gap()), clock(idling.left()));
    } else if (event instanceof RunEvent.Collecting collecting) {
      show("collecting platform records %,d of %,d", collecting.found(), collecting.expected());
    } else if (event instanceof RunEvent.Predicting predicting) {
      show(
          "the model predicts %s (%,d of %,d)",
          predicting.phase(), predicting.number(), predicting.of());
    }
  }

  private void phaseStarted(RunEvent.PhaseStarted started) {
    if (!phase.isEmpty()) {
      done(live);
    }
    phase = started.phase().name();
    show("%s: %s".formatted(phase, started.phase().protocol().wire()));
  }

  private void cycleEnded(RunEvent.CycleEnded ended) {
    if (ended.discarded() != null) {
      var last = live;
      done(
          "%s %s: cycle discarded: %s"
              .formatted(ended.phase(), ended.variant(), ended.discarded()));
      show(last);
      return;
    }
    show(
        String.format(
            Locale.ROOT,
            "%s  %s  cycle %d of %d  %.0f ms  %s left",
            ended.phase(),
            ended.variant(),
            ended.kept(),
            ended.wanted(),
            ended.latencyMs(),
            clock(ended.left())));
  }

  private void loading(RunEvent.Loading loading) {
    var seen = loading.progress();
    show(
        String.format(
            Locale.ROOT,
            "%s  %s  %,d of %,d answered, %,d failed  p50 %s p99 %s  %s left",
            seen.phase(),
            seen.variant(),
            seen.done(),
            seen.planned(),
            seen.failed(),
            ms(seen.p50Ms()),
            ms(seen.p99Ms()),
            clock(loading.left())));
  }

  private static String ms(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.1f ms", value);
  }

  private static String clock(Duration duration) {
    return String.format(Locale.ROOT, "%d:%02d", duration.toMinutes(), duration.toSecondsPart());
  }

  private void show(String format, Object... values) {
    show(String.format(Locale.ROOT, format, values));
  }

  private void show(String text) {
    live = text;
    err.print(REWRITE + (text.length() < width ? text : text.substring(0, width - 1)));
    err.flush();
  }

  private void done(String text) {
    live = "";
    err.print(REWRITE);
    err.println(text);
    err.flush();
  }

  /** Takes the live line away. */
  @Override
  public void close() {
    err.print(REWRITE);
    err.flush();
  }
}
