package dev.thaw.load;

import dev.thaw.invocation.Notation;
import dev.thaw.load.HyperexponentialTime.Branch;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The text form of distributions of times. */
final class DistributionSyntax {
  private static final double MAX_MS = 7 * 24 * 3_600_000.0;
  private static final double MIN_SHAPE = 0.01;
  private static final double MAX_SHAPE = 1000;

  /** A distribution's name, what to write after it, and how that is read. */
  private record Form(
      String word,
      String example,
      String meaning,
      Function<DistributionWords, Distribution> reader) {
    String hint() {
      return "'%s %s'".formatted(word, example) + (meaning.isEmpty() ? "" : " (" + meaning + ")");
    }
  }

  private static final List<Form> FORMS =
      List.of(
          new Form("constant", "20 ms", "", words -> new ConstantTime(words.time())),
          new Form(
              "uniform",
              "10 ms to 30 ms",
              "",
              words -> new UniformTime(words.time(), words.upperTime())),
          new Form("exponential", "20 ms", "mean", words -> new ExponentialTime(words.time())),
          new Form(
              "lognormal",
              "20 ms 0.5",
              "median, sigma",
              words -> new LognormalTime(words.time(), words.number())),
          new Form(
              "gamma",
              "20 ms 0.5",
              "mean, shape",
              words -> new GammaTime(words.time(), words.number())),
          new Form(
              "weibull",
              "20 ms 0.5",
              "scale, shape",
              words -> new WeibullTime(words.time(), words.number())),
          new Form(
              "hyperexponential",
              "10% 3 s, 90% 20 ms",
              "shares and means",
              DistributionSyntax::branches),
          new Form(
              "empirical",
              "12 ms, 15 ms' or 'empirical 50% 12 ms, 99% 40 ms",
              "",
              DistributionSyntax::points));

  private DistributionSyntax() {}

  static Distribution parse(String text) {
    var clean = text.strip().toLowerCase(Locale.ROOT);
    for (var form : FORMS) {
      if (clean.startsWith(form.word + " ")) {
        var words = new DistributionWords(text, clean.substring(form.word.length()), form.hint());
        return ShiftedTime.of(form.reader.apply(words), words.addedTime());
      }
    }
    throw new IllegalArgumentException(
        "'%s' is not a distribution of times; write %s".formatted(text, hints()));
  }

  private static String hints() {
    return FORMS.stream().map(Form::hint).collect(Collectors.joining(", "));
  }

  private static Distribution branches(DistributionWords words) {
    var branches = new ArrayList<Branch>();
    do {
      branches.add(new Branch(words.share(), words.time()));
    } while (words.hasMore());
    return new HyperexponentialTime(branches);
  }

  private static Distribution points(DistributionWords words) {
    var shares = new ArrayList<Double>();
    var times = new ArrayList<Double>();
    boolean hasShares = words.hasShare();
    do {
      if (hasShares) {
        shares.add(words.share());
      }
      times.add(words.time());
    } while (words.hasMore());
    double[] ms = times.stream().mapToDouble(Double::doubleValue).toArray();
    return hasShares
        ? EmpiricalTime.ofQuantiles(shares.stream().mapToDouble(Double::doubleValue).toArray(), ms)
        : EmpiricalTime.ofValues(ms);
  }

  static String time(double ms) {
    return Notation.milliseconds(ms);
  }

  static String number(double value) {
    return Notation.number(value);
  }

  static String percent(double share) {
    var percent = BigDecimal.valueOf(share).movePointRight(2);
    return percent.stripTrailingZeros().toPlainString() + "%";
  }

  static void checkTime(double ms) {
    if (!(ms >= 0 && ms <= MAX_MS)) {
      throw new IllegalArgumentException(
          "a time of %s is outside 0 ms to 7 days".formatted(time(ms)));
    }
  }

  static void checkShape(double shape) {
    if (!(shape >= MIN_SHAPE && shape <= MAX_SHAPE)) {
      throw new IllegalArgumentException(
          "a shape of %s is outside 0.01 to 1000".formatted(number(shape)));
    }
  }
}
