package dev.thaw.target.conform;

import static dev.thaw.target.conform.Source.recorded;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * P1, P2, P13, P15 and P16: a provisioned concurrency configuration from its request to its end.
 */
final class ProvisionedConfigChecks {
  private static final String PROVISIONED = recorded("test_provisioned_concurrency", "2025-11-24");
  private static final String LIFECYCLE =
      recorded("test_lambda_provisioned_lifecycle", "2025-11-25");
  private static final String INIT_FAILURE =
      recorded("test_provisioned_concurrency_init_failure", "2026-02-17");
  private static final String REMARKS = "localstack TestLambdaConcurrency, remarks on runs on AWS";

  /** Fails where it is provisioned, and only there. */
  private static final Script FAILING_INIT =
      new Script(
          "[ \"$AWS_LAMBDA_INITIALIZATION_TYPE\" = on-demand ] || exit 1", Script.SHELL.handler());

  private static final Script SLOW_INIT = new Script("sleep 3", Script.SHELL.handler());

  private ProvisionedConfigChecks() {}

  private static final List<Check> ALL =
      List.of(
          Check.exact(
              "P1.1",
              "PutProvisionedConcurrencyConfig",
              PROVISIONED,
              config(202, 0, 2, "IN_PROGRESS"),
              stage -> {
                var function = stage.function(Script.ECHO);
                return stage.shown(function.provision(function.publish(), 2));
              }),
          Check.exact(
              "P1.2",
              "GetProvisionedConcurrencyConfig at once after it",
              PROVISIONED,
              config(200, 0, 2, "IN_PROGRESS"),
              onProvisioned(2, (function, version) -> function.provisioned(version))),
          Check.exact(
              "P1.3",
              "GetProvisionedConcurrencyConfig in the end",
              PROVISIONED,
              config(200, 2, 2, "READY"),
              onProvisioned(2, Subject::awaitProvisioned)),
          Check.judged(
              "P2.1",
              "time until READY",
              PROVISIONED + "; 130 to 141 s",
              "60 s to 240 s",
              ProvisionedConfigChecks::timeUntilReady),
          Check.exact(
              "P13.1",
              "GetProvisionedConcurrencyConfig after its alias was deleted",
              LIFECYCLE,
              """
            404 ResourceNotFoundException {"Message":"Cannot find alias arn: \
            arn:aws:lambda:<region>:<account>:function:<function>:live","Type":"User"}""",
              afterAliasDelete(
                  function -> function.stage().refusal(() -> function.provisioned("live")))),
          Check.exact(
              "P13.2",
              "ListProvisionedConcurrencyConfigs after the alias was deleted",
              LIFECYCLE,
              "200 {\"ProvisionedConcurrencyConfigs\":[]}",
              afterAliasDelete(ProvisionedConfigChecks::list)),
          Check.exact(
              "P15.1",
              "how provisioning ends when init fails",
              INIT_FAILURE,
              """
            200 {"AllocatedProvisionedConcurrentExecutions":0,\
            "AvailableProvisionedConcurrentExecutions":0,"LastModified":"<time>",\
            "RequestedProvisionedConcurrentExecutions":1,"Status":"FAILED",\
            "StatusReason":"FUNCTION_ERROR_INIT_FAILURE"}""",
              stage -> stage.shown(failing(stage).awaitProvisioned("1"))),
          Check.exact(
              "P15.2",
              "attempts at init until then",
              INIT_FAILURE,
              "6 log streams",
              ProvisionedConfigChecks::attempts),
          Check.exact(
              "P15.3",
              "an invoke while init fails, and one afterwards",
              INIT_FAILURE,
              "\"on-demand\", \"on-demand\"",
              ProvisionedConfigChecks::invokesWhileFailing),
          Check.exact(
              "P16.1",
              "a second PutProvisionedConcurrencyConfig while the first is in progress",
              REMARKS,
              config(202, 0, 3, "IN_PROGRESS"),
              onProvisioned(1, (function, version) -> function.provision(version, 3))),
          Check.exact(
              "P16.2",
              "what is ready in the end then",
              REMARKS,
              config(200, 3, 3, "READY"),
              onProvisioned(1, ProvisionedConfigChecks::overwritten)),
          Check.judged(
              "P16.3",
              "time between the first and the last of 4 environments that start, whose init takes 3 s",
              REMARKS,
              "below 3 s: nearly in parallel",
              ProvisionedConfigChecks::spread));

  static List<Check> all() {
    return ALL;
  }

  static String config(int status, int available, int requested, String state) {
    return """
        %d {"AllocatedProvisionedConcurrentExecutions":%d,\
        "AvailableProvisionedConcurrentExecutions":%d,"LastModified":"<time>",\
        "RequestedProvisionedConcurrentExecutions":%d,"Status":"%s"}"""
        .formatted(status, available, available, requested, state);
  }

  /** What is asked of a function and its version. */
  private interface Ask {
    software.amazon.awssdk.core.SdkResponse of(Subject function, String version);
  }

  private static Function<Stage, String> onProvisioned(int concurrency, Ask ask) {
    return stage -> {
      var function = stage.function(Script.ECHO);
      var version = function.publish();
      function.provision(version, concurrency);
      return stage.shown(ask.of(function, version));
    };
  }

  private static software.amazon.awssdk.core.SdkResponse overwritten(
      Subject function, String version) {
    function.provision(version, 3);
    return function.awaitProvisioned(version);
  }

  private static Seen timeUntilReady(Stage stage) {
    var function = stage.function(Script.ECHO);
    var version = function.publish();
    var before = stage.now();
    function.provision(version, 1);
    function.awaitProvisioned(version);
    return Seen.between(stage.now().minus(before), Duration.ofSeconds(60), Duration.ofSeconds(240));
  }

  private static Function<Stage, String> afterAliasDelete(Function<Subject, String> ask) {
    return stage -> {
      var function = stage.function(Script.ECHO);
      var alias = function.alias(function.publish());
      function.provision(alias, 1);
      stage.lambda().deleteAlias(gone -> gone.functionName(function.name()).name(alias));
      return ask.apply(function);
    };
  }

  static String list(Subject function) {
    return function
        .stage()
        .shown(
            function
                .lambda()
                .listProvisionedConcurrencyConfigs(list -> list.functionName(function.name())),
            "ProvisionedConcurrencyConfigs");
  }

  private static Subject failing(Stage stage) {
    var function = stage.function(FAILING_INIT);
    function.provision(function.publish(), 1);
    return function;
  }

  private static String attempts(Stage stage) {
    var function = failing(stage);
    function.awaitProvisioned("1");
    var starts =
        function.awaitLog(Duration.ofMinutes(1), 6, message -> message.startsWith("INIT_START "));
    long streams = starts.stream().map(event -> event.logStreamName()).distinct().count();
    return streams + " log streams";
  }

  private static String invokesWhileFailing(Stage stage) {
    var function = failing(stage);
    var meanwhile = function.initializationType("1");
    function.awaitProvisioned("1");
    return meanwhile + ", " + function.initializationType("1");
  }

  private static Seen spread(Stage stage) {
    var function = stage.function(SLOW_INIT);
    var version = function.publish();
    function.provision(version, 4);
    function.awaitProvisioned(version);
    var starts =
        function
            .awaitLog(Duration.ofMinutes(1), 4, message -> message.startsWith("INIT_START "))
            .stream()
            .mapToLong(event -> event.timestamp())
            .summaryStatistics();
    var spread = Duration.ofMillis(starts.getMax() - starts.getMin());
    return Seen.between(spread, Duration.ZERO, Duration.ofSeconds(3));
  }
}
