package dev.thaw.experiment.predict;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.thaw.report.Golden;
import dev.thaw.report.Sheet;
import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PredictionSheetTest {
  private final Locale locale = Locale.getDefault();

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(locale);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-US", "de-DE", "tr-TR", "ar-EG", "th-TH-u-nu-thai"})
  void aPredictionReadsTheSameEverywhere(String tag) throws IOException {
    Locale.setDefault(Locale.forLanguageTag(tag));
    var prediction = SamplePrediction.prediction();
    Golden.check("prediction.txt", PredictionSheet.of(prediction).text(Sheet.Look.PLAIN));
    Golden.check("prediction-ascii.txt", PredictionSheet.of(prediction).text(Sheet.Look.ASCII));
    Golden.check("prediction.md", PredictionSheet.of(prediction).markdown());
    Golden.check(
        "prediction.json",
        JsonMapper.builder().build().valueToTree(prediction).toPrettyString() + "\n");
  }

  @Test
  void linesFitATerminal() {
    assertThat(PredictionSheet.of(SamplePrediction.prediction()).text(Sheet.Look.PLAIN).lines())
        .allMatch(line -> line.length() <= 110);
  }

  @Test
  void whatTheModelCannotTellApartIsSaid() {
    assertThat(PredictionSheet.of(SamplePrediction.prediction()).text(Sheet.Look.PLAIN))
        .contains("plain and kept have the same service times here");
  }
}
