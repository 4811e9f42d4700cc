package dev.thaw.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.thaw.report.Golden;
import dev.thaw.report.Sheet;
import dev.thaw.target.conform.Checked;
import dev.thaw.target.conform.Checked.Status;
import dev.thaw.target.conform.Fidelity;
import dev.thaw.target.conform.Unrecorded;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FidelitySheetTest {
  private static final String SOURCE = "localstack test_reserved_concurrency, recorded 2025-11-25";

  private static final Fidelity FIDELITY =
      new Fidelity(
          Fidelity.SCHEMA,
          "http://127.0.0.1:4566",
          List.of(
              new Checked(
                  "R1.1",
                  "a throttled invoke",
                  SOURCE,
                  Status.PASSED,
                  "429 Throttle",
                  "429 Throttle"),
              new Checked(
                  "I9.1",
                  "the log tail of a cold start",
                  SOURCE,
                  Status.FAILED,
                  "START\nEND\tinit",
                  "START |"),
              new Checked(
                  "P1.1",
                  "PutProvisionedConcurrencyConfig",
                  SOURCE,
                  Status.UNSUPPORTED,
                  "202 {}",
                  "501 NotImplemented not here")),
          List.of(new Unrecorded("the scaling rate", "No recording exists.")));

  private final Locale locale = Locale.getDefault();

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(locale);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-US", "de-DE", "tr-TR", "ar-EG", "th-TH-u-nu-thai"})
  void theTableReadsTheSameEverywhere(String tag) throws IOException {
    Locale.setDefault(Locale.forLanguageTag(tag));
    Golden.check("fidelity.txt", FidelitySheet.of(FIDELITY).text(Sheet.Look.PLAIN));
    Golden.check("fidelity.md", FidelitySheet.of(FIDELITY).markdown());
    Golden.check(
        "fidelity.json",
        JsonMapper.builder().build().valueToTree(FIDELITY).toPrettyString() + "\n");
  }

  @Test
  void nothingDeviatingIsNotListed() {
    var perfect =
        new Fidelity(
            Fidelity.SCHEMA, "here", FIDELITY.checks().subList(0, 1), FIDELITY.unrecorded());

    assertThat(FidelitySheet.of(perfect).text(Sheet.Look.ASCII))
        .contains("1 of 1 (100.0 %)")
        .doesNotContain("deviates", "Unsupported");
  }
}
