package dev.thaw.rules.provisioned;

/**
 * One period of {@code ProvisionedConcurrencyUtilization} as autoscaling reads it: the average of
 * what each invocation saw when it began on a provisioned environment. Lambda emits the metric only
 * when there are invocations; that each counts once is our reading.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html">Types
 *     of metrics: provisioned concurrency</a>
 */
public final class UtilizationMetric {
  private double sum;
  private long count;

  /** An invocation began, and so much of the pool is busy with it. */
  public void add(double utilization) {
    sum += utilization;
    count++;
  }

  /** Ends a period: its average, NaN when there was no invocation. */
  public double end() {
    double average = sum / count;
    sum = 0;
    count = 0;
    return average;
  }
}
