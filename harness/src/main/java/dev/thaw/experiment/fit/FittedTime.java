package dev.thaw.experiment.fit;

import dev.thaw.load.ConstantTime;
import dev.thaw.load.Distribution;
import dev.thaw.load.EmpiricalTime;
import dev.thaw.load.ExponentialTime;
import dev.thaw.load.LognormalTime;
import dev.thaw.stats.Sample;
import dev.thaw.stats.fit.Family;
import dev.thaw.stats.fit.Fit;
import dev.thaw.stats.fit.Parameter;
import dev.thaw.stats.fit.Trial;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A distribution of times fitted to so many values. Without a family there were too few of them.
 *
 * @param from where the values were taken from
 * @param trials the families that were tried, the preferred one first
 */
public record FittedTime(
    long n,
    String from,
    @Nullable Family family,
    @Nullable Distribution times,
    List<Parameter> parameters,
    List<Trial> trials) {
  /** Of more values than this an empirical distribution keeps as many quantiles. */
  private static final int MOST_VALUES = 1_000;

  private static final double NS_PER_MS = 1e6;

  public FittedTime {
    parameters = List.copyOf(parameters);
    trials = List.copyOf(trials);
  }

  /** Fits what was taken. */
  public static FittedTime of(TimeSamples.Taken taken, RandomGenerator random) {
    var sample = taken.sample();
    return Fit.of(sample, random)
        .map(
            fit ->
                new FittedTime(
                    sample.size(),
                    taken.from(),
                    fit.family(),
                    distribution(fit.family(), sample),
                    fit.parameters(),
                    fit.trials()))
        .orElseGet(
            () -> new FittedTime(sample.size(), taken.from(), null, null, List.of(), List.of()));
  }

  /**
   * The member of a family that fits a sample best. Times are not negative: what was measured below
   * 0 counts as 0.
   */
  public static Distribution distribution(Family family, Sample sample) {
    return switch (family) {
      case CONSTANT -> new ConstantTime(Math.max(0, sample.median()));
      case EXPONENTIAL -> new ExponentialTime(sample.mean());
      case LOGNORMAL -> lognormal(Fit.parameters(family, sample));
      case EMPIRICAL -> EmpiricalTime.ofValues(thinned(sample).map(FittedTime::time).toArray());
    };
  }

  /** Not negative, and no finer than the clocks. */
  private static double time(double ms) {
    return Math.max(0, Math.rint(ms * NS_PER_MS) / NS_PER_MS);
  }

  private static Distribution lognormal(List<Parameter> parameters) {
    return new LognormalTime(
        parameters.get(0).estimate().value(), parameters.get(1).estimate().value());
  }

  private static DoubleStream thinned(Sample sample) {
    return sample.size() <= MOST_VALUES
        ? DoubleStream.of(sample.toArray())
        : IntStream.range(0, MOST_VALUES)
            .mapToDouble(i -> sample.quantile(i / (MOST_VALUES - 1.0)));
  }

  /** The distribution; none where there were too few values. */
  public Optional<Distribution> distribution() {
    return Optional.ofNullable(times);
  }

  /** Family and parameters in a few words. */
  public String words() {
    if (family == null) {
      return "too few values";
    }
    return parameters.stream()
        .map(one -> " " + one.name() + " " + digits(one.estimate().value()) + unit(one))
        .collect(Collectors.joining(",", family.wire() + ",", ""));
  }

  private static String unit(Parameter parameter) {
    return parameter.name().equals("sigma") ? "" : " ms";
  }

  private static String digits(double value) {
    return new BigDecimal(value).round(new MathContext(3)).toPlainString();
  }
}
