package dev.thaw.experiment.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thaw.load.ConstantTime;
import dev.thaw.load.EmpiricalTime;
import dev.thaw.load.LognormalTime;
import dev.thaw.results.SyntheticRun;
import dev.thaw.stats.Sample;
import dev.thaw.stats.fit.Family;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FitFileTest {
  @TempDir private Path folder;

  private FitFile fit() throws IOException {
    return FitFile.of(SyntheticRun.complete(folder, new SyntheticRun.Size(60, 8, 40)).read());
  }

  private static FittedTime time(FitFile fit, int variant, Quantity quantity) {
    return Objects.requireNonNull(fit.variants().get(variant).times().get(quantity));
  }

  /**
   * The first duration of both variants is drawn from lognormal laws of spread 0.08. Of 60 values
   * four standard errors are 4 % of the median and 37 % of the spread.
   */
  @Test
  void recoversWhatTheRunWasDrawnFrom() throws IOException {
    var fit = fit();
    double[] medians = {SyntheticRun.ZIP.firstMs(), SyntheticRun.IMAGE.firstMs()};
    for (int variant = 0; variant < 2; variant++) {
      var first = time(fit, variant, Quantity.COLD_DURATION);
      assertThat(first.n()).isEqualTo(60);
      assertThat(first.from()).isEqualTo("forced cold starts");
      assertThat(first.family()).isEqualTo(Family.LOGNORMAL);
      assertThat(first.parameters().get(0).estimate().value())
          .isCloseTo(medians[variant], Percentage.withPercentage(4));
      assertThat(first.parameters().get(1).estimate().value()).isBetween(0.05, 0.11);
    }
    assertThat(time(fit, 1, Quantity.WARM_DURATION).from()).isEqualTo("load");
    assertThat(time(fit, 1, Quantity.ROUND_TRIP).n()).isGreaterThan(250);
  }

  @Test
  void whatIsWrittenIsReadAgainForTheModel() throws IOException {
    var fit = fit();
    var file = folder.resolve("fit.json");
    fit.write(file);

    var read = FitFile.read(file);
    assertThat(read).isEqualTo(fit);
    assertThat(read.times("zip").coldDuration()).isInstanceOf(LognormalTime.class);
    assertThatThrownBy(() -> read.times("zap"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("has no variant 'zap'; it has zip, image");
  }

  @Test
  void tooFewValuesAreSaidAndNotGuessed() throws IOException {
    var fit = FitFile.of(SyntheticRun.oneSample(folder).read());

    assertThat(time(fit, 0, Quantity.INIT).distribution()).isEmpty();
    assertThat(time(fit, 0, Quantity.INIT).n()).isEqualTo(1);
    assertThatThrownBy(() -> fit.times("zip"))
        .hasMessage(
            "variant 'zip' has no hidden: too few values (1, 5 are needed); run it again for longer");
  }

  @Test
  void anotherFileIsRefused() throws IOException {
    var file = Files.writeString(folder.resolve("other.json"), "{\"schema\": \"thaw-run/1\"}");
    assertThatThrownBy(() -> FitFile.read(file)).hasMessageContaining("is not a fit");
    Files.writeString(file, "{");
    assertThatThrownBy(() -> FitFile.read(file)).hasMessageContaining("cannot be read");
  }

  @Test
  void timesAreNeverNegative() {
    var sample = Sample.of(-2, 0, 1, 2, 3);
    assertThat(FittedTime.distribution(Family.EMPIRICAL, sample))
        .isEqualTo(EmpiricalTime.ofValues(0, 0, 1, 2, 3));
    assertThat(FittedTime.distribution(Family.CONSTANT, Sample.of(-1, -1)))
        .isEqualTo(new ConstantTime(0));
  }
}
