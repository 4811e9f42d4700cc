package dev.thaw.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.results.ScriptedRun;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sentences that end the reports of the built-in experiments, and their tables. */
final class ConclusionTest {
  private final Locale locale = Locale.getDefault();

  @AfterEach
  void restoreDefaults() {
    Locale.setDefault(locale);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-US", "de-DE", "ar-EG", "tr-TR"})
  void sentencesReadTheSameEverywhere(String tag) throws IOException {
    Locale.setDefault(Locale.forLanguageTag(tag));

    Golden.check(
        "conclusions.txt",
        sentences().entrySet().stream()
            .map(one -> one.getKey() + "\n" + Report.of(one.getValue().contents()).headline())
            .collect(Collectors.joining("\n\n", "", "\n")));
  }

  private static Map<String, ScriptedRun> sentences() {
    var runs = new LinkedHashMap<String, ScriptedRun>();
    runs.put("# cold-starts", BuiltInRuns.coldStarts());
    runs.put("# idle-expiry", BuiltInRuns.idleExpiry());
    runs.put("# idle-expiry, never cold", BuiltInRuns.idleWithoutEnd());
    runs.put("# idle-expiry, always cold", BuiltInRuns.idleWithoutKeeping());
    runs.put("# concurrency-limit", BuiltInRuns.concurrencyLimit());
    runs.put("# concurrency-limit, within it", BuiltInRuns.concurrencyWithinTheLimit());
    runs.put("# provisioned", BuiltInRuns.provisioned());
    runs.put("# invocation-models", BuiltInRuns.invocationModels());
    return runs;
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-US", "de-DE", "ar-EG", "tr-TR"})
  void phasesStandSideBySideEverywhere(String tag) throws IOException {
    Locale.setDefault(Locale.forLanguageTag(tag));

    var provisioned = Report.of(BuiltInRuns.provisioned().contents());
    Golden.check("provisioned.txt", ReportFormat.TABLE.render(provisioned));
    Golden.check("provisioned.md", ReportFormat.MARKDOWN.render(provisioned));
    var models = Report.of(BuiltInRuns.invocationModels().contents());
    Golden.check("invocation-models.txt", ReportFormat.TABLE.render(models));
    Golden.check("invocation-models.md", ReportFormat.MARKDOWN.render(models));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cold-starts",
        "idle-expiry",
        "concurrency-limit",
        "provisioned",
        "invocation-models"
      })
  void runsThatMeasuredNothingClaimNothing(String name) {
    assertThat(Report.of(BuiltInRuns.nothing(name).contents()).headline())
        .isEqualTo("Nothing was measured: no request was recorded.");
  }
}
