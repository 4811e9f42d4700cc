package dev.thaw.experiment.bench.beside;

import java.util.List;

/** One figure of all endpoints, Thaw's engine first. */
public record Compared(Figure figure, List<Cell> cells) {

  /** One endpoint's figure, NaN where there is none, and what there is to say of it. */
  public record Cell(String endpoint, double value, String remark) {
    public boolean isMeasured() {
      return !Double.isNaN(value);
    }
  }

  /** How many times as good Thaw is as that endpoint; NaN where either has no figure. */
  public double ratio(Cell other) {
    return figure.ratio(cells.get(0).value(), other.value());
  }

  /** How many times as good Thaw is as the best of the others. */
  public double ratioToBest() {
    return cells.stream()
        .skip(1)
        .filter(Cell::isMeasured)
        .mapToDouble(this::ratio)
        .min()
        .orElse(Double.NaN);
  }
}
