package dev.thaw.cli;

import dev.thaw.experiment.RunEvent;
import dev.thaw.experiment.RunListener;
import java.io.PrintWriter;

/** What shows a run's progress: a live line on a terminal, nothing elsewhere. */
interface Progress extends RunListener, AutoCloseable {
  /** The width that is reckoned with where the terminal does not tell. */
  int DEFAULT_WIDTH = 100;

  static Progress on(PrintWriter err, Surroundings surroundings) {
    return surroundings.isTerminal()
        ? new TerminalProgress(err, surroundings.terminalWidth().orElse(DEFAULT_WIDTH))
        : new Silent();
  }

  @Override
  void close();

  /** Shows nothing. */
  record Silent() implements Progress {
    @Override
    public void on(RunEvent event) {
      // Whoever redirects standard error wants warnings and errors alone.
    }

    @Override
    public void close() {
      // Nothing was shown.
    }
  }
}
