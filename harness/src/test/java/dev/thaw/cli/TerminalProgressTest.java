package dev.thaw.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.experiment.Phase;
import dev.thaw.experiment.RunEvent;
import dev.thaw.load.GeneratorEvent;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TerminalProgressTest {
  private static final String REWRITE = "\r\u001b[K";

  private final StringWriter shown = new StringWriter();

  private void show(int width) {
    try (var progress = new TerminalProgress(new PrintWriter(shown), width)) {
      progress.on(new RunEvent.Deploying("small", 1, 2));
      progress.on(new RunEvent.PhaseStarted(new Phase.ForcedColdStarts("cold", 20, 1)));
      progress.on(
          new RunEvent.CycleEnded("cold", "small", 3, 20, 312.4, null, Duration.ofSeconds(65)));
      progress.on(
          new RunEvent.Loading(
              new GeneratorEvent.Progress(
                  "warm", "small", 1_280, 1_200, 1_198, 2, 6.91, Double.NaN),
              Duration.ofSeconds(5)));
      progress.on(new RunEvent.Predicting("warm", 2, 2));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"de-DE", "tr-TR", "ar-EG", "en-US"})
  void rewritesOneLineInPlaceAndTakesItAwayAtTheEnd(String language) {
    var before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag(language));
    try {
      show(100);
    } finally {
      Locale.setDefault(before);
    }

    assertThat(shown.toString().split(REWRITE.replace("[", "\\["), -1))
        .containsExactly(
            "",
            "deploying small (1 of 2)",
            "cold: forced-cold-starts",
            "cold  small  cycle 3 of 20  312 ms  1:05 left",
            "warm  small  1,198 of 1,280 answered, 2 failed  p50 6.9 ms p99 -  0:05 left",
            "the model predicts warm (2 of 2)",
            "");
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 40})
  void neverWritesBeyondTheTerminalsWidth(int width) {
    show(width);

    for (var line : shown.toString().split(REWRITE.replace("[", "\\["), -1)) {
      assertThat(line.length()).isLessThan(width);
    }
  }
}
