package dev.thaw.report;

import dev.thaw.stats.Sample;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Every value of a sample, ascending, in ms; of a large one a thousand evenly ranked ones. */
public record Dots(int n, List<Double> ms) {
  private static final int MAX = 1_000;

  public Dots {
    ms = List.copyOf(ms);
  }

  static Dots of(Sample sample) {
    int n = sample.size();
    var values =
        n <= MAX
            ? DoubleStream.of(sample.toArray())
            : IntStream.range(0, MAX).mapToDouble(i -> sample.quantile(i / (MAX - 1.0)));
    return new Dots(n, values.map(Charts::rounded).boxed().toList());
  }
}
