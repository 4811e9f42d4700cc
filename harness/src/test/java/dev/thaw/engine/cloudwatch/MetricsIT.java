package dev.thaw.engine.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.thaw.engine.EngineUnderTest;
import dev.thaw.engine.PlatformSettings;
import dev.thaw.engine.lambda.TestFunctions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.DimensionFilter;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.TooManyRequestsException;

/** Lambda's metrics and a client's own, through the SDK's CloudWatch client, which speaks CBOR. */
final class MetricsIT {
  @TempDir Path folder;
  private EngineUnderTest engine;
  private LambdaClient lambda;
  private CloudWatchClient cloudWatch;

  @BeforeEach
  void start() {
    engine = EngineUnderTest.withProcesses(folder, PlatformSettings.DEFAULT);
    lambda = engine.lambda();
    cloudWatch = engine.cloudWatch();
    TestFunctions.createActive(
        lambda,
        TestFunctions.request("hello")
            .environment(
                environment ->
                    environment.variables(
                        Map.of("THAW_SIMULATED", "init: constant 1 ms; service: constant 3 ms")))
            .build());
  }

  @AfterEach
  void stop() {
    lambda.close();
    cloudWatch.close();
    engine.close();
  }

  /** The statistic of all minutes of the last half hour together. */
  private List<Double> last(String metric, String stat, Dimension... dimensions) {
    var now = Instant.now();
    return cloudWatch
        .getMetricData(
            get ->
                get.startTime(now.minus(Duration.ofMinutes(29)))
                    .endTime(now.plus(Duration.ofMinutes(1)))
                    .metricDataQueries(query(metric, stat, dimensions)))
        .metricDataResults()
        .get(0)
        .values();
  }

  private static MetricDataQuery query(String metric, String stat, Dimension... dimensions) {
    return MetricDataQuery.builder()
        .id("q")
        .metricStat(
            of ->
                of.stat(stat)
                    .period(3600)
                    .metric(
                        name ->
                            name.namespace("AWS/Lambda").metricName(metric).dimensions(dimensions)))
        .build();
  }

  /** Over the turn of an hour there are two periods. */
  private double sum(String metric, Dimension... dimensions) {
    return last(metric, "Sum", dimensions).stream().mapToDouble(Double::doubleValue).sum();
  }

  private static Dimension dimension(String name, String value) {
    return Dimension.builder().name(name).value(value).build();
  }

  private void invoke(String function) {
    lambda.invoke(invoke -> invoke.functionName(function).payload(SdkBytes.fromUtf8String("{}")));
  }

  @Test
  void countsInvocationsOfTheFunctionAndOfTheRegion() {
    for (int i = 0; i < 3; i++) {
      invoke("hello");
    }
    var hello = dimension("FunctionName", "hello");
    assertThat(sum("Invocations", hello)).isEqualTo(3);
    assertThat(sum("Invocations")).isEqualTo(3);
    assertThat(sum("Errors", hello)).isZero();
    assertThat(last("Duration", "Minimum", hello).get(0)).isGreaterThanOrEqualTo(3);
    assertThat(last("ConcurrentExecutions", "Maximum", hello)).contains(1.0);
    assertThat(sum("Invocations", dimension("FunctionName", "other"))).isZero();
  }

  @Test
  void tellsAnAliasByItsResourceAndTheVersionThatRan() {
    lambda.publishVersion(publish -> publish.functionName("hello"));
    lambda.createAlias(create -> create.functionName("hello").name("live").functionVersion("1"));
    invoke("hello:live");
    var hello = dimension("FunctionName", "hello");
    var live = dimension("Resource", "hello:live");
    assertThat(sum("Invocations", hello, live)).isEqualTo(1);
    assertThat(sum("Invocations", hello, live, dimension("ExecutedVersion", "1"))).isEqualTo(1);
    assertThat(sum("Invocations", hello)).isEqualTo(1);
  }

  @Test
  void countsThrottlesApart() {
    lambda.putFunctionConcurrency(put -> put.functionName("hello").reservedConcurrentExecutions(0));
    assertThatThrownBy(() -> invoke("hello")).isInstanceOf(TooManyRequestsException.class);
    var hello = dimension("FunctionName", "hello");
    assertThat(sum("Throttles", hello)).isEqualTo(1);
    assertThat(sum("Invocations", hello)).isZero();
  }

  @Test
  void listsWhatWasEmitted() {
    invoke("hello");
    var names =
        cloudWatch
            .listMetrics(
                list ->
                    list.namespace("AWS/Lambda")
                        .dimensions(
                            DimensionFilter.builder().name("FunctionName").value("hello").build()))
            .metrics();
    assertThat(names.stream().map(metric -> metric.metricName()))
        .contains("Invocations", "Errors", "Throttles", "Duration", "ConcurrentExecutions");
    assertThat(cloudWatch.listMetrics(list -> list.namespace("Mine")).metrics()).isEmpty();
  }

  @Test
  void keepsAClientsOwnMetrics() {
    var now = Instant.now();
    cloudWatch.putMetricData(
        put ->
            put.namespace("Mine")
                .metricData(
                    MetricDatum.builder()
                        .metricName("Depth")
                        .timestamp(now)
                        .values(1.0, 2.0, 10.0)
                        .counts(1.0, 2.0, 1.0)
                        .build()));
    var points =
        cloudWatch
            .getMetricStatistics(
                get ->
                    get.namespace("Mine")
                        .metricName("Depth")
                        .startTime(now.minusSeconds(60))
                        .endTime(now.plusSeconds(60))
                        .period(60)
                        .statistics(Statistic.AVERAGE, Statistic.SAMPLE_COUNT)
                        .extendedStatistics("p50", "p99"))
            .datapoints();
    assertThat(points).hasSize(1);
    // 1, 2, 2 and 10.
    assertThat(points.get(0).average()).isEqualTo(15 / 4.0, within(1e-9));
    assertThat(points.get(0).sampleCount()).isEqualTo(4.0);
    assertThat(points.get(0).extendedStatistics()).isEqualTo(Map.of("p50", 2.0, "p99", 10.0));
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatThrownBy(
            () ->
                cloudWatch.putMetricData(
                    put ->
                        put.namespace("AWS/Lambda")
                            .metricData(MetricDatum.builder().metricName("m").value(1.0).build())))
        .isInstanceOf(CloudWatchException.class)
        .hasMessageContaining("The value AWS/ for parameter Namespace is invalid.");
    assertThatThrownBy(() -> last("Duration", "TM(10%:90%)"))
        .isInstanceOfSatisfying(
            CloudWatchException.class, e -> assertThat(e.statusCode()).isEqualTo(501));
  }
}
