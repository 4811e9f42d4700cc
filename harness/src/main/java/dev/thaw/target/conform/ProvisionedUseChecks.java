package dev.thaw.target.conform;

import static dev.thaw.target.conform.Source.recorded;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** P3 to P6 and P14: who runs on provisioned environments. */
final class ProvisionedUseChecks {
  private static final String VERSION = recorded("test_provisioned_concurrency", "2025-11-24");
  private static final String ALIAS =
      recorded("test_provisioned_concurrency_on_alias", "2025-11-24");
  private static final String SCHEDULING =
      recorded("test_lambda_provisioned_concurrency_scheduling", "2025-11-24");
  private static final String BLOCK = recorded("test_lambda_concurrency_block", "2025-11-24");
  private static final String MOVES =
      recorded("test_lambda_provisioned_concurrency_moves_with_alias", "2023-03-21");
  private static final String PROVISIONED = "\"provisioned-concurrency\"";
  private static final String ON_DEMAND = "\"on-demand\"";
  private static final String INIT_TYPE = "ANSWER=$Q$AWS_LAMBDA_INITIALIZATION_TYPE$Q";
  private static final Duration MOVE_LIMIT = Duration.ofMinutes(20);

  private ProvisionedUseChecks() {}

  private static final List<Check> ALL =
      List.of(
          Check.exact(
              "P3.1",
              "AWS_LAMBDA_INITIALIZATION_TYPE of a provisioned environment",
              VERSION,
              PROVISIONED,
              onReadyVersion(function -> function.initializationType("1"))),
          Check.exact(
              "P3.2",
              "AWS_LAMBDA_INITIALIZATION_TYPE of another environment",
              VERSION,
              ON_DEMAND,
              stage -> stage.function(Script.SHELL).initializationType("$LATEST")),
          Check.exact(
              "P3.3",
              "an invoke while provisioning is in progress",
              VERSION,
              ON_DEMAND,
              stage -> {
                var function = stage.function(Script.SHELL);
                function.provision(function.publish(), 2);
                return function.initializationType("1");
              }),
          Check.exact(
              "P4.1",
              "$LATEST when a version is provisioned",
              VERSION,
              ON_DEMAND,
              onReadyVersion(function -> function.initializationType("$LATEST"))),
          Check.exact(
              "P4.2",
              "an invoke by a provisioned alias",
              ALIAS,
              PROVISIONED,
              onReadyAlias(function -> function.initializationType("live"))),
          Check.exact(
              "P4.3",
              "an invoke by the version that a provisioned alias points to",
              ALIAS,
              PROVISIONED,
              onReadyAlias(function -> function.initializationType("1"))),
          Check.exact(
              "P5.1",
              "a second invoke while the one provisioned environment is busy",
              SCHEDULING,
              PROVISIONED + ", then " + ON_DEMAND,
              ProvisionedUseChecks::spillOver),
          Check.exact(
              "P5.2",
              "five invokes, one after the other, when a warm on-demand environment is there, too",
              SCHEDULING,
              "[" + PROVISIONED + "]",
              ProvisionedUseChecks::preferred),
          Check.exact(
              "P6.1",
              "$LATEST when all that is reserved is provisioned",
              BLOCK,
              ReservedChecks.THROTTLED,
              allReservedIsProvisioned(
                  function -> function.stage().refusal(() -> function.run("$LATEST", INIT_TYPE)))),
          Check.exact(
              "P6.2",
              "the provisioned version then",
              BLOCK,
              PROVISIONED,
              allReservedIsProvisioned(function -> function.initializationType("1"))),
          Check.exact(
              "P6.3",
              "$LATEST as soon as that is requested",
              BLOCK,
              ReservedChecks.THROTTLED,
              stage -> {
                var function = stage.function(Script.SHELL);
                function.reserve(1);
                function.provision(function.publish(), 1);
                return stage.refusal(() -> function.run("$LATEST", INIT_TYPE));
              }),
          Check.exact(
              "P14.1",
              "the configuration of an alias at once after the alias was moved",
              MOVES,
              ProvisionedConfigChecks.config(200, 1, 1, "IN_PROGRESS"),
              onMovedAlias(function -> function.stage().shown(function.provisioned("live")))),
          Check.exact(
              "P14.2",
              "an invoke by the new version in the end",
              MOVES,
              PROVISIONED,
              onMovedAlias(function -> afterMove(function, "2"))),
          Check.exact(
              "P14.3",
              "an invoke by the old version in the end",
              MOVES,
              ON_DEMAND,
              onMovedAlias(function -> afterMove(function, "1"))),
          Check.exact(
              "P14.4",
              "GetProvisionedConcurrencyConfig of the new version",
              MOVES,
              """
            404 ProvisionedConcurrencyConfigNotFoundException {"Type":"User","message":"No \
            Provisioned Concurrency Config found for this function"}""",
              onMovedAlias(function -> function.stage().refusal(() -> function.provisioned("2")))));

  static List<Check> all() {
    return ALL;
  }

  private static Function<Stage, String> onReadyVersion(Function<Subject, String> ask) {
    return stage -> {
      var function = stage.function(Script.SHELL);
      function.provision(function.publish(), 1);
      function.awaitProvisioned("1");
      return ask.apply(function);
    };
  }

  private static Function<Stage, String> onReadyAlias(Function<Subject, String> ask) {
    return stage -> {
      var function = stage.function(Script.SHELL);
      var alias = function.alias(function.publish());
      function.provision(alias, 1);
      function.awaitProvisioned(alias);
      return ask.apply(function);
    };
  }

  private static Function<Stage, String> allReservedIsProvisioned(Function<Subject, String> ask) {
    return stage -> {
      var function = stage.function(Script.SHELL);
      function.reserve(1);
      function.provision(function.publish(), 1);
      function.awaitProvisioned("1");
      return ask.apply(function);
    };
  }

  private static Function<Stage, String> onMovedAlias(Function<Subject, String> ask) {
    return onReadyAlias(
        function -> {
          var second = function.publishAnother();
          function
              .lambda()
              .updateAlias(
                  update ->
                      update.functionName(function.name()).name("live").functionVersion(second));
          return ask.apply(function);
        });
  }

  /** Waits until the configuration is ready again and the new version has its environment. */
  private static String afterMove(Subject function, String version) {
    function.awaitProvisioned("live");
    function
        .stage()
        .await(
            "provisioned environment of the new version",
            MOVE_LIMIT,
            () ->
                Optional.of(function.initializationType("live"))
                    .filter(type -> type.equals(PROVISIONED)));
    return function.initializationType(version);
  }

  private static String spillOver(Stage stage) {
    var function = stage.function(Script.SHELL);
    function.provision(function.publish(), 1);
    function.awaitProvisioned("1");
    var busy = stage.meanwhile(() -> function.run("1", "sleep 4; " + INIT_TYPE));
    stage.clock().sleep(Duration.ofSeconds(2));
    var second = function.initializationType("1");
    return busy.join().payload().asUtf8String() + ", then " + second;
  }

  private static String preferred(Stage stage) {
    var function = stage.function(Script.SHELL);
    function.provision(function.publish(), 1);
    // Makes an on-demand environment, which stays warm.
    function.initializationType("1");
    function.awaitProvisioned("1");
    var types = new HashSet<String>();
    for (int i = 0; i < 5; i++) {
      types.add(function.initializationType("1"));
    }
    return types.toString();
  }
}
