package dev.thaw.engine.cloudwatch;

import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;

/**
 * A statistic by the name that CloudWatch gives it: Sum, Average, Minimum, Maximum, SampleCount, or
 * a percentile such as p99 or p99.9.
 *
 * @see <a href=
 *     "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Statistics-definitions.html">
 *     CloudWatch statistics definitions</a>
 */
record Statistic(String name, ToDoubleFunction<Datapoint> of) {
  private static final Pattern PERCENTILE = Pattern.compile("p(\\d{1,2}(\\.\\d{1,10})?|100)");

  /** The statistic of that name; empty for those that are not known here. */
  static Optional<Statistic> find(String name) {
    var percentile = PERCENTILE.matcher(name);
    if (percentile.matches()) {
      double percent = Double.parseDouble(percentile.group(1));
      return Optional.of(new Statistic(name, point -> point.percentile(percent)));
    }
    return switch (name) {
      case "Sum" -> Optional.of(new Statistic(name, Datapoint::sum));
      case "Average" -> Optional.of(new Statistic(name, Datapoint::average));
      case "Minimum" -> Optional.of(new Statistic(name, Datapoint::minimum));
      case "Maximum" -> Optional.of(new Statistic(name, Datapoint::maximum));
      case "SampleCount" -> Optional.of(new Statistic(name, Datapoint::count));
      default -> Optional.empty();
    };
  }

  double value(Datapoint point) {
    return of.applyAsDouble(point);
  }
}
