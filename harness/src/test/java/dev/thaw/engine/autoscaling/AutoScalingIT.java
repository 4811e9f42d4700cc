package dev.thaw.engine.autoscaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thaw.engine.EngineUnderTest;
import dev.thaw.engine.PlatformSettings;
import dev.thaw.engine.lambda.TestFunctions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.IntPredicate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.applicationautoscaling.model.MetricType;
import software.amazon.awssdk.services.applicationautoscaling.model.PutScalingPolicyRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.PutScheduledActionRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingActivityStatusCode;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.ProvisionedConcurrencyConfigNotFoundException;

/** Application Auto Scaling of provisioned concurrency, in platform time that goes fast. */
final class AutoScalingIT {
  private static final String DIMENSION = "lambda:function:ProvisionedConcurrency";
  private static final String RESOURCE = "function:f:live";

  /** A minute passes in half a second. */
  private static final double SCALE = 120;

  private static final Duration LIMIT = Duration.ofSeconds(90);

  @TempDir private Path folder;
  private EngineUnderTest engine;
  private LambdaClient lambda;
  private ApplicationAutoScalingClient scaling;

  @BeforeEach
  void start() {
    engine = EngineUnderTest.withProcesses(folder, PlatformSettings.DEFAULT.withTimeScale(SCALE));
    lambda = engine.lambda();
    scaling = engine.autoScaling();
    TestFunctions.createActive(
        lambda,
        TestFunctions.request("f")
            .environment(
                of ->
                    of.variables(
                        Map.of("THAW_SIMULATED", "init: constant 1 ms; service: constant 5 ms")))
            .build());
    lambda.publishVersion(it -> it.functionName("f"));
    lambda.createAlias(it -> it.functionName("f").name("live").functionVersion("1"));
  }

  @AfterEach
  void stop() {
    scaling.close();
    lambda.close();
    engine.close();
  }

  private String register(int min, @Nullable Integer max) {
    return scaling
        .registerScalableTarget(
            it ->
                it.serviceNamespace("lambda")
                    .resourceId(RESOURCE)
                    .scalableDimension(DIMENSION)
                    .minCapacity(min)
                    .maxCapacity(max))
        .scalableTargetARN();
  }

  private static PutScalingPolicyRequest.Builder tracking(String name, double target) {
    return PutScalingPolicyRequest.builder()
        .policyName(name)
        .serviceNamespace("lambda")
        .resourceId(RESOURCE)
        .scalableDimension(DIMENSION)
        .policyType("TargetTrackingScaling")
        .targetTrackingScalingPolicyConfiguration(
            it ->
                it.targetValue(target)
                    .predefinedMetricSpecification(
                        metric ->
                            metric.predefinedMetricType(
                                MetricType.LAMBDA_PROVISIONED_CONCURRENCY_UTILIZATION)));
  }

  private static PutScheduledActionRequest.Builder action(String schedule) {
    return PutScheduledActionRequest.builder()
        .scheduledActionName("more")
        .serviceNamespace("lambda")
        .resourceId(RESOURCE)
        .scalableDimension(DIMENSION)
        .schedule(schedule)
        .scalableTargetAction(it -> it.minCapacity(3).maxCapacity(4));
  }

  private int requested() {
    try {
      return lambda
          .getProvisionedConcurrencyConfig(it -> it.functionName("f").qualifier("live"))
          .requestedProvisionedConcurrentExecutions();
    } catch (ProvisionedConcurrencyConfigNotFoundException none) {
      return 0;
    }
  }

  private void await(IntPredicate reached, Runnable meanwhile) throws InterruptedException {
    long endNs = System.nanoTime() + LIMIT.toNanos();
    while (!reached.test(requested())) {
      assertThat(System.nanoTime()).as(() -> "still " + requested()).isLessThan(endNs);
      meanwhile.run();
      Thread.sleep(50);
    }
  }

  private static void refused(ThrowingCallable call, int status, String code, String message) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            AwsServiceException.class,
            e -> {
              assertThat(e.awsErrorDetails().errorMessage()).isEqualTo(message);
              assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code);
              assertThat(e.statusCode()).isEqualTo(status);
            });
  }

  /** One of one is busy whenever it is asked: 1.0 of 0.7 needs ceil(1 / 0.7) = 2. */
  @Test
  void targetTrackingScalesOut() throws InterruptedException {
    register(1, 5);
    var policy = scaling.putScalingPolicy(tracking("keep70", 0.7).build());
    assertThat(policy.policyARN())
        .matches(
            "arn:aws:autoscaling:eu-west-1:111111111111:scalingPolicy:[0-9a-f-]{36}:resource/lambda"
                + "/function:f:live:policyName/keep70");
    assertThat(policy.alarms()).hasSize(2);
    assertThat(requested()).isEqualTo(1);

    await(count -> count == 2, this::invoke);
    var activities =
        scaling
            .describeScalingActivities(it -> it.serviceNamespace("lambda").resourceId(RESOURCE))
            .scalingActivities();
    assertThat(activities)
        .extracting(activity -> activity.description())
        .containsExactly("Setting desired concurrency to 2.", "Setting desired concurrency to 1.");
    assertThat(activities.get(1).cause()).isEqualTo("minimum capacity was set to 1");
    assertThat(activities.get(1).statusCode()).isEqualTo(ScalingActivityStatusCode.SUCCESSFUL);
  }

  private void invoke() {
    var unused =
        lambda.invoke(
            it -> it.functionName("f").qualifier("live").payload(SdkBytes.fromUtf8String("{}")));
  }

  @Test
  void scheduledActionMovesTheBoundsAndWhatIsOutOfThem() throws InterruptedException {
    register(1, 2);
    scaling.putScheduledAction(action("rate(1 minute)").build());
    await(count -> count == 3, () -> {});

    var target =
        scaling.describeScalableTargets(it -> it.serviceNamespace("lambda")).scalableTargets();
    assertThat(target).singleElement().satisfies(it -> assertThat(it.maxCapacity()).isEqualTo(4));
    var actions =
        scaling.describeScheduledActions(it -> it.serviceNamespace("lambda")).scheduledActions();
    assertThat(actions)
        .singleElement()
        .satisfies(it -> assertThat(it.schedule()).isEqualTo("rate(1 minute)"));
    scaling.deleteScheduledAction(
        it ->
            it.serviceNamespace("lambda")
                .resourceId(RESOURCE)
                .scalableDimension(DIMENSION)
                .scheduledActionName("more"));
    register(0, 0);
    assertThat(requested()).isZero();
  }

  @Test
  void targetsAndPoliciesAreListedAndRemoved() {
    var arn = register(1, 5);
    assertThat(arn)
        .matches("arn:aws:application-autoscaling:eu-west-1:111111111111:scalable-target/\\w{32}");
    assertThat(register(2, null)).isEqualTo(arn);
    var target =
        scaling
            .describeScalableTargets(it -> it.serviceNamespace("lambda").resourceIds(RESOURCE))
            .scalableTargets()
            .get(0);
    assertThat(target.minCapacity()).isEqualTo(2);
    assertThat(target.maxCapacity()).isEqualTo(5);
    assertThat(target.suspendedState().scheduledScalingSuspended()).isFalse();
    scaling.putScalingPolicy(tracking("p", 0.5).build());
    var policies =
        scaling.describeScalingPolicies(it -> it.serviceNamespace("lambda")).scalingPolicies();
    assertThat(policies)
        .singleElement()
        .satisfies(
            it ->
                assertThat(it.targetTrackingScalingPolicyConfiguration().targetValue())
                    .isEqualTo(0.5));
    scaling.deleteScalingPolicy(
        it ->
            it.serviceNamespace("lambda")
                .resourceId(RESOURCE)
                .scalableDimension(DIMENSION)
                .policyName("p"));
    scaling.deregisterScalableTarget(
        it -> it.serviceNamespace("lambda").resourceId(RESOURCE).scalableDimension(DIMENSION));
    assertThat(
            scaling.describeScalableTargets(it -> it.serviceNamespace("lambda")).scalableTargets())
        .isEmpty();
  }

  @Test
  void whatIsNotRegisteredIsNotFound() {
    var words =
        "service namespace: lambda, resource ID: function:f:live, scalable dimension: " + DIMENSION;
    refused(
        () -> scaling.putScalingPolicy(tracking("p", 0.7).build()),
        400,
        "ObjectNotFoundException",
        "No scalable target registered for " + words);
    refused(
        () ->
            scaling.deregisterScalableTarget(
                it ->
                    it.serviceNamespace("lambda")
                        .resourceId(RESOURCE)
                        .scalableDimension(DIMENSION)),
        400,
        "ObjectNotFoundException",
        "No scalable target found for " + words);
  }

  @Test
  void whatATargetDoesNotHaveIsNotFound() {
    var words =
        "service namespace: lambda, resource ID: function:f:live, scalable dimension: " + DIMENSION;
    register(1, 2);
    refused(
        () ->
            scaling.deleteScalingPolicy(
                it ->
                    it.serviceNamespace("lambda")
                        .resourceId(RESOURCE)
                        .scalableDimension(DIMENSION)
                        .policyName("p")),
        400,
        "ObjectNotFoundException",
        "No scaling policy found for " + words + ", policy name: p");
    refused(
        () ->
            scaling.deleteScheduledAction(
                it ->
                    it.serviceNamespace("lambda")
                        .resourceId(RESOURCE)
                        .scalableDimension(DIMENSION)
                        .scheduledActionName("a")),
        400,
        "ObjectNotFoundException",
        "No scheduled action found for " + words + ", scheduled action name: a");
  }

  @Test
  void whatCannotBeScaledSoIsRefused() {
    register(1, 2);
    refused(
        () -> register(3, 2),
        400,
        "ValidationException",
        "Maximum capacity cannot be less than minimum capacity");
    refused(
        () -> scaling.putScalingPolicy(tracking("p", 0.7).policyType("StepScaling").build()),
        501,
        "NotImplemented",
        "The policy type StepScaling is not implemented by this engine");
    refused(
        () -> scaling.putScalingPolicy(tracking("p", 0.95).build()),
        400,
        "ValidationException",
        "a target utilisation must be between 0.1 and 0.9, not 0.95");
  }

  @Test
  void schedulesNamespacesAndSecondPoliciesThatCannotBeAreRefused() {
    register(1, 2);
    refused(
        () -> scaling.putScheduledAction(action("every day").build()),
        400,
        "ValidationException",
        "'every day' is not a schedule; write at(2026-11-23T08:00:00), rate(5 minutes) or"
            + " cron(0 8 * * ? *), all in UTC");
    refused(
        () ->
            scaling.registerScalableTarget(
                it ->
                    it.serviceNamespace("ecs")
                        .resourceId("service/a/b")
                        .scalableDimension("ecs:service:DesiredCount")
                        .minCapacity(1)
                        .maxCapacity(2)),
        501,
        "NotImplemented",
        "Scaling in the service namespace ecs is not implemented by this engine");
    scaling.putScalingPolicy(tracking("p", 0.7).build());
    refused(
        () -> scaling.putScalingPolicy(tracking("q", 0.7).build()),
        400,
        "ValidationException",
        "Only one TargetTrackingScaling policy for a given metric specification is allowed.");
  }
}
