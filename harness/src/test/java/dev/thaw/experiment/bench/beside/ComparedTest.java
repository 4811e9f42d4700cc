package dev.thaw.experiment.bench.beside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.experiment.bench.beside.Compared.Cell;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ComparedTest {
  private static Compared compared(Figure figure, double thaw, double one, double other) {
    return new Compared(
        figure,
        List.of(
            new Cell("thaw", thaw, ""), new Cell("one", one, ""), new Cell("other", other, "")));
  }

  @Test
  void aRateIsAsManyTimesAsGoodAsItIsGreater() {
    var rates = compared(Figure.rate("puts"), 1000, 100, 500);

    assertThat(rates.ratio(rates.cells().get(1))).isEqualTo(10);
    assertThat(rates.ratioToBest()).isEqualTo(2);
  }

  @Test
  void aTimeIsAsManyTimesAsGoodAsItIsShorter() {
    var times = compared(Figure.time("p50"), 2, 8, 20);

    assertThat(times.ratioToBest()).isEqualTo(4);
  }

  @Test
  void whoRefusedIsNotAmongTheBest() {
    assertThat(compared(Figure.rate("puts"), 1000, Double.NaN, 500).ratioToBest()).isEqualTo(2);
    assertThat(compared(Figure.rate("puts"), 1000, Double.NaN, Double.NaN).ratioToBest()).isNaN();
  }
}
