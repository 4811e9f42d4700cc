package dev.thaw.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SheetTest {
  private static final Sheet SHEET =
      new Sheet(
          "small · a sheet",
          List.of(new Sheet.Fact("model", "kept 10 min ± nothing")),
          List.of(
              new Sheet.Heading("warm: poisson 40/s"),
              new Sheet.Table(
                  "l|r",
                  List.of(List.of("", "│", "one"), List.of("cold share", "│", "0.10 ± 0.02"))),
              new Sheet.Plot(
                  "one over 8 s; one column is 1 s",
                  List.of(
                      new Sheet.Plot.Row(
                          "running", new double[] {0, 1, 2, 3, 4, 6, 7, 8}, "at most 8"),
                      new Sheet.Plot.Row(
                          "cold starts", new double[] {5, 0, 0, 0, 0, 0.01, 0, 0}, "at most 5"))),
              new Sheet.Remark("Nothing was run.")));

  private final Locale locale = Locale.getDefault();

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(locale);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-US", "de-DE", "tr-TR", "ar-EG", "th-TH-u-nu-thai"})
  void aSheetReadsTheSameEverywhere(String tag) throws IOException {
    Locale.setDefault(Locale.forLanguageTag(tag));
    Golden.check("sheet.txt", SHEET.text(Sheet.Look.PLAIN));
    Golden.check("sheet-ascii.txt", SHEET.text(Sheet.Look.ASCII));
    Golden.check("sheet.md", SHEET.markdown());
  }

  @Test
  void asciiIsNothingElse() {
    assertThat(SHEET.text(Sheet.Look.ASCII).chars()).allMatch(sign -> sign < 128);
  }

  @Test
  void colourAddsNothingButSequences() {
    assertThat(SHEET.text(Sheet.Look.COLOURED).replaceAll("\u001b\\[\\d+m", ""))
        .isEqualTo(SHEET.text(Sheet.Look.PLAIN));
  }

  @ParameterizedTest
  @CsvSource({
    "BLOCKS, 0 0 0, '   '",
    "BLOCKS, 8 4 1 0, '█▄▁ '",
    "BLOCKS, 1000 0.001, '█▁'",
    "ASCII, 8 4 1 0, '@=. '",
  })
  void aBarGrowsWithItsValueAndIsNeverBlankAboveZero(Bars bars, String values, String row) {
    var numbers = Arrays.stream(values.split(" ")).mapToDouble(Double::parseDouble);
    assertThat(bars.draw(numbers.toArray())).isEqualTo(row);
  }
}
