package dev.thaw.cli;

import dev.thaw.experiment.bench.beside.Compared;
import dev.thaw.experiment.bench.beside.Compared.Cell;
import dev.thaw.experiment.bench.beside.Figure;
import dev.thaw.report.Golden;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BesideSheetTest {
  private static final String NO_DOCKER = "no function runs there; python3.13: no Docker";

  /** Ratios: 2500 / 100 and 2500 / 1250; 55 / 2.5, moto refused; nobody but Thaw. */
  private static final BesideSheet SHEET =
      new BesideSheet(
          List.of(
              row("puts", "/s", false, cell("thaw", 2500), cell("moto", 100), cell("mini", 1250)),
              row(
                  "p50",
                  "ms",
                  true,
                  new Cell("thaw", 2.5, "provided.al2023"),
                  new Cell("moto", Double.NaN, NO_DOCKER),
                  new Cell("mini", 55, "python3.12")),
              row(
                  "1,000 at once",
                  "ms",
                  true,
                  cell("thaw", 1234.5),
                  new Cell("moto", Double.NaN, NO_DOCKER),
                  new Cell("mini", Double.NaN, "not tried"))));

  private final Locale locale = Locale.getDefault();

  private static Compared row(String name, String unit, boolean isTime, Cell... cells) {
    return new Compared(new Figure(name, unit, isTime), List.of(cells));
  }

  private static Cell cell(String endpoint, double value) {
    return new Cell(endpoint, value, "");
  }

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(locale);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-US", "de-DE", "ar-EG"})
  void theTableReadsTheSameEverywhere(String tag) throws IOException {
    Locale.setDefault(Locale.forLanguageTag(tag));
    Golden.check("beside.txt", SHEET.text());
    Golden.check("beside.json", SHEET.json().toPrettyString() + "\n");
  }
}
