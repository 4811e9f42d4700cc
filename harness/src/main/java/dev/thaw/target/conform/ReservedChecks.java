package dev.thaw.target.conform;

import static dev.thaw.target.conform.Source.recorded;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.lambda.model.ThrottleReason;
import software.amazon.awssdk.services.lambda.model.TooManyRequestsException;

/** R1 to R4, R6 and R12: throttles, and reserved concurrency as it is set and read. */
final class ReservedChecks {
  static final String THROTTLED =
      """
      429 TooManyRequestsException {"Reason":"ReservedFunctionConcurrentInvocationLimitExceeded",\
      "Type":"User","message":"Rate Exceeded."}""";

  private static final String RESERVED = recorded("test_reserved_concurrency", "2025-11-25");
  private static final String QUEUE =
      recorded("test_reserved_concurrency_async_queue", "2025-11-24");
  private static final String CRUD = recorded("test_lambda_concurrency_crud", "2025-11-24");
  private static final String FUNCTION = recorded("test_function_concurrency", "2025-11-25");
  private static final String UPDATE = recorded("test_lambda_concurrency_update", "2025-11-24");
  private static final String OVERLAP = recorded("test_reserved_provisioned_overlap", "2025-11-24");

  private ReservedChecks() {}

  private static final List<Check> ALL =
      List.of(
          Check.exact(
              "R1.1", "a throttled invoke", RESERVED, THROTTLED, ReservedChecks::refusedAtZero),
          Check.exact(
              "R1.2", "Retry-After of a throttle", RESERVED, "none", ReservedChecks::retryAfter),
          Check.exact(
              "R2.1", "Reason at reserved = 0", RESERVED, THROTTLED, ReservedChecks::refusedAtZero),
          Check.exact(
              "R2.2",
              "Reason when others use up what is reserved",
              QUEUE,
              THROTTLED,
              ReservedChecks::refusedWhileBusy),
          Check.exact(
              "R3.1",
              "PutFunctionConcurrency",
              FUNCTION,
              "200 {\"ReservedConcurrentExecutions\":1}",
              stage -> stage.shown(stage.function(Script.ECHO).reserve(1))),
          Check.exact(
              "R3.2",
              "PutFunctionConcurrency of 0",
              FUNCTION,
              "200 {\"ReservedConcurrentExecutions\":0}",
              stage -> stage.shown(stage.function(Script.ECHO).reserve(0))),
          Check.exact(
              "R3.3",
              "GetFunctionConcurrency with none set",
              CRUD,
              "200 {}",
              stage -> concurrency(stage.function(Script.ECHO))),
          Check.exact(
              "R3.4", "DeleteFunctionConcurrency", FUNCTION, "204 {}", ReservedChecks::deleted),
          Check.exact(
              "R3.5",
              "GetFunctionConcurrency after it was deleted",
              FUNCTION,
              "200 {}",
              ReservedChecks::afterDelete),
          Check.exact(
              "R3.6",
              "GetFunctionConcurrency of what was put",
              UPDATE,
              "200 {\"ReservedConcurrentExecutions\":3}",
              ReservedChecks::whatWasPut),
          Check.exact(
              "R4.1",
              "Concurrency in GetFunction when it is set",
              UPDATE,
              "200 {\"Concurrency\":{\"ReservedConcurrentExecutions\":3}}",
              stage -> inFunction(stage, 3)),
          Check.exact(
              "R4.2",
              "Concurrency in GetFunction when it is not set",
              recorded("test_function_lifecycle", "2025-11-25"),
              "200 {}",
              stage -> inFunction(stage, -1)),
          Check.exact(
              "R6.1",
              "reserving less than is provisioned",
              OVERLAP,
              """
            400 InvalidParameterValueException {"message":" ReservedConcurrentExecutions  1 should \
            not be lower than function's total provisioned concurrency [2]."}""",
              ReservedChecks::lessThanProvisioned),
          Check.exact(
              "R6.2",
              "what is reserved after that refusal",
              OVERLAP,
              "200 {\"ReservedConcurrentExecutions\":2}",
              ReservedChecks::afterLessThanProvisioned),
          Check.judged(
              "R12.1",
              "Reason of a throttle",
              Source.page("lambda/latest/api/API_Invoke.html"),
              "one of " + reasons(),
              ReservedChecks::reason));

  static List<Check> all() {
    return ALL;
  }

  private static String refusedAtZero(Stage stage) {
    var function = stage.function(Script.ECHO);
    function.reserve(0);
    return stage.refusal(() -> function.invoke("{}"));
  }

  private static TooManyRequestsException throttle(Stage stage) {
    var function = stage.function(Script.ECHO);
    function.reserve(0);
    try {
      throw new NotSeenException("throttle: accepted " + stage.shown(function.invoke("{}")));
    } catch (TooManyRequestsException e) {
      return e;
    }
  }

  private static String retryAfter(Stage stage) {
    return Optional.ofNullable(throttle(stage).retryAfterSeconds()).orElse("none");
  }

  /** Keeps a function at its limit, and asks for one more. */
  static String refusedWhileBusy(Stage stage) {
    var function = stage.function(Script.SHELL);
    function.reserve(1);
    var running = stage.meanwhile(() -> function.run("sleep 4"));
    stage.clock().sleep(Duration.ofSeconds(1));
    var refusal = stage.refusal(() -> function.run("ANSWER=1"));
    running.join();
    return refusal;
  }

  private static String concurrency(Subject function) {
    return function
        .stage()
        .shown(function.lambda().getFunctionConcurrency(get -> get.functionName(function.name())));
  }

  private static String deleted(Stage stage) {
    var function = stage.function(Script.ECHO);
    function.reserve(1);
    return stage.shown(
        stage.lambda().deleteFunctionConcurrency(gone -> gone.functionName(function.name())));
  }

  private static String afterDelete(Stage stage) {
    var function = stage.function(Script.ECHO);
    function.reserve(1);
    stage.lambda().deleteFunctionConcurrency(gone -> gone.functionName(function.name()));
    return concurrency(function);
  }

  private static String whatWasPut(Stage stage) {
    var function = stage.function(Script.ECHO);
    function.reserve(3);
    return concurrency(function);
  }

  private static String inFunction(Stage stage, int reserved) {
    var function = stage.function(Script.ECHO);
    if (reserved >= 0) {
      function.reserve(reserved);
    }
    return stage.shown(
        stage.lambda().getFunction(get -> get.functionName(function.name())), "Concurrency");
  }

  private static Subject provisionedAndReserved(Stage stage) {
    var function = stage.function(Script.ECHO);
    function.provision(function.publish(), 2);
    function.reserve(2);
    return function;
  }

  private static String lessThanProvisioned(Stage stage) {
    var function = provisionedAndReserved(stage);
    return stage.refusal(() -> function.reserve(1));
  }

  private static String afterLessThanProvisioned(Stage stage) {
    var function = provisionedAndReserved(stage);
    stage.refusal(() -> function.reserve(1));
    return concurrency(function);
  }

  private static String reasons() {
    return Arrays.stream(ThrottleReason.values())
        .filter(reason -> reason != ThrottleReason.UNKNOWN_TO_SDK_VERSION)
        .map(ThrottleReason::toString)
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static Seen reason(Stage stage) {
    var throttle = throttle(stage);
    return new Seen(
        throttle.reasonAsString(), throttle.reason() != ThrottleReason.UNKNOWN_TO_SDK_VERSION);
  }
}
