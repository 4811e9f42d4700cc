package dev.thaw.target.conform;

import static dev.thaw.target.conform.Source.recorded;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.LambdaResponse;

/** P7 to P12: what provisioned concurrency is refused to. */
final class ProvisionedRefusalChecks {
  private static final String OVERLAP = recorded("test_reserved_provisioned_overlap", "2025-11-24");
  private static final String LIMITS =
      recorded("test_provisioned_concurrency_limits", "2025-11-25");
  private static final String EXCEPTIONS =
      recorded("test_provisioned_concurrency_exceptions", "2025-11-25");
  private static final String LIFECYCLE =
      recorded("test_lambda_provisioned_lifecycle", "2025-11-25");

  private static final String ARN = "arn:aws:lambda:<region>:<account>:function:";
  private static final String BEYOND_RESERVED =
      invalid(
          "Requested Provisioned Concurrency should not be greater than the"
              + " reservedConcurrentExecution for function");
  private static final String NOT_PUBLISHED =
      invalid("The function resource provided must be an alias or a published version.");

  private ProvisionedRefusalChecks() {}

  private static String invalid(String message) {
    return "400 InvalidParameterValueException {\"Type\":\"User\",\"message\":\"" + message + "\"}";
  }

  private static String notFound(String message) {
    return "404 ResourceNotFoundException {\"Message\":\"" + message + "\",\"Type\":\"User\"}";
  }

  private static final List<Check> ALL =
      List.of(
          Check.exact(
              "P7.1",
              "provisioning another version beyond what is reserved",
              OVERLAP,
              BEYOND_RESERVED,
              reserved(
                  function -> {
                    var other = function.publishAnother();
                    return function.provision(other, 1);
                  })),
          Check.exact(
              "P7.2",
              "provisioning more of the version beyond what is reserved",
              OVERLAP,
              BEYOND_RESERVED,
              reserved(function -> function.provision("1", 3))),
          Check.exact(
                  "P8.1",
                  "provisioning more than the account has unreserved",
                  LIMITS,
                  """
                400 InvalidParameterValueException {"message":"Specified ConcurrentExecutions for \
                function is greater than account's unreserved concurrency [<unreserved>]."}""",
                  stage -> beyondAccount(stage, 1))
              .alone(),
          Check.exact(
                  "P8.2",
                  "provisioning into the minimum that stays unreserved",
                  LIMITS,
                  """
                400 InvalidParameterValueException {"message":"Specified ConcurrentExecutions for \
                function decreases account's UnreservedConcurrentExecution below its minimum value \
                of [100]."}""",
                  stage -> beyondAccount(stage, -10))
              .alone(),
          Check.exact(
              "P9.1",
              "provisioning 0",
              EXCEPTIONS,
              """
            400 ValidationException {"message":"1 validation error detected: Value '0' at \
            'provisionedConcurrentExecutions' failed to satisfy constraint: Member must have value \
            greater than or equal to 1"}""",
              onVersion(function -> function.provision("1", 0))),
          Check.exact(
              "P10.1",
              "provisioning $LATEST",
              EXCEPTIONS,
              invalid(
                  "Provisioned Concurrency Configs cannot be applied to unpublished function"
                      + " versions."),
              onVersion(function -> function.provision("$LATEST", 1))),
          Check.exact(
              "P10.2",
              "GetProvisionedConcurrencyConfig of $LATEST",
              EXCEPTIONS,
              NOT_PUBLISHED,
              onVersion(function -> function.provisioned("$LATEST"))),
          Check.exact(
              "P10.3",
              "DeleteProvisionedConcurrencyConfig of $LATEST",
              EXCEPTIONS,
              NOT_PUBLISHED,
              onVersion(function -> delete(function, "$LATEST"))),
          Check.exact(
              "P11.1",
              "GetProvisionedConcurrencyConfig with none",
              EXCEPTIONS,
              """
            404 ProvisionedConcurrencyConfigNotFoundException {"Type":"User","message":"No \
            Provisioned Concurrency Config found for this function"}""",
              onVersion(function -> function.provisioned("1"))),
          Check.exact(
              "P11.2",
              "DeleteProvisionedConcurrencyConfig with none",
              EXCEPTIONS,
              "accepted: 204 {}",
              onVersion(function -> delete(function, "1"))),
          Check.exact(
              "P11.3",
              "ListProvisionedConcurrencyConfigs with none",
              EXCEPTIONS,
              "200 {\"ProvisionedConcurrencyConfigs\":[]}",
              stage -> ProvisionedConfigChecks.list(stage.function(Script.ECHO))),
          Check.exact(
              "P11.4",
              "provisioning an unknown alias",
              EXCEPTIONS,
              notFound("Cannot find alias arn: " + ARN + "<function>:noalias"),
              onVersion(function -> function.provision("noalias", 1))),
          Check.exact(
              "P11.5",
              "GetProvisionedConcurrencyConfig of an unknown alias",
              EXCEPTIONS,
              notFound("Cannot find alias arn: " + ARN + "<function>:noalias"),
              onVersion(function -> function.provisioned("noalias"))),
          Check.exact(
              "P11.6",
              "provisioning an unknown version",
              EXCEPTIONS,
              notFound("Function not found: " + ARN + "<function>:10"),
              onVersion(function -> function.provision("10", 1))),
          Check.exact(
              "P11.7",
              "DeleteProvisionedConcurrencyConfig of an unknown version",
              EXCEPTIONS,
              notFound("Function not found: " + ARN + "<function>:10"),
              onVersion(function -> delete(function, "10"))),
          ofUnknown(
              "P11.8",
              "ListProvisionedConcurrencyConfigs of an unknown function",
              notFound("Function not found: " + ARN + "doesnotexist"),
              (lambda, name) ->
                  lambda.listProvisionedConcurrencyConfigs(list -> list.functionName(name))),
          ofUnknown(
              "P11.9",
              "GetProvisionedConcurrencyConfig of an unknown function's alias",
              notFound("Cannot find alias arn: " + ARN + "doesnotexist:noalias"),
              (lambda, name) ->
                  lambda.getProvisionedConcurrencyConfig(
                      get -> get.functionName(name).qualifier("noalias"))),
          ofUnknown(
              "P11.10",
              "DeleteProvisionedConcurrencyConfig of an unknown function's version",
              notFound("Function not found: " + ARN + "doesnotexist:1"),
              (lambda, name) ->
                  lambda.deleteProvisionedConcurrencyConfig(
                      gone -> gone.functionName(name).qualifier("1"))),
          Check.exact(
              "P12.1",
              "provisioning an alias of a version that is provisioned",
              LIFECYCLE,
              conflict(
                  "Alias can't be used for Provisioned Concurrency configuration on an already"
                      + " Provisioned version"),
              onVersion(function -> twice(function, "1", "live"))),
          Check.exact(
              "P12.2",
              "provisioning a version whose alias is provisioned",
              LIFECYCLE,
              conflict("Version is pointed by a Provisioned Concurrency alias"),
              onVersion(function -> twice(function, "live", "1"))));

  static List<Check> all() {
    return ALL;
  }

  private static String conflict(String message) {
    return "409 ResourceConflictException {\"Type\":\"User\",\"message\":\"" + message + "\"}";
  }

  private static Function<Stage, String> onVersion(Function<Subject, LambdaResponse> call) {
    return stage -> {
      var function = stage.function(Script.ECHO);
      function.publish();
      return stage.refusal(() -> call.apply(function));
    };
  }

  private static Function<Stage, String> reserved(Function<Subject, LambdaResponse> call) {
    return stage -> {
      var function = stage.function(Script.ECHO);
      function.provision(function.publish(), 2);
      function.reserve(2);
      return stage.refusal(() -> call.apply(function));
    };
  }

  private static LambdaResponse delete(Subject function, String qualifier) {
    return function
        .lambda()
        .deleteProvisionedConcurrencyConfig(
            gone -> gone.functionName(function.name()).qualifier(qualifier));
  }

  private static LambdaResponse twice(Subject function, String first, String second) {
    function.alias("1");
    function.provision(first, 1);
    return function.provision(second, 1);
  }

  private static Check ofUnknown(
      String id,
      String what,
      String expected,
      BiFunction<LambdaClient, String, LambdaResponse> call) {
    return Check.exact(
        id,
        what,
        EXCEPTIONS,
        expected,
        stage -> stage.refusal(() -> call.apply(stage.lambda(), "doesnotexist")));
  }

  /** That many beyond what is unreserved, which the message tells. */
  private static String beyondAccount(Stage stage, int beyond) {
    var function = stage.function(Script.ECHO);
    var version = function.publish();
    int unreserved = ReservedLimitChecks.unreserved(stage);
    return stage
        .refusal(() -> function.provision(version, unreserved + beyond))
        .replace("[" + unreserved + "]", "[<unreserved>]");
  }
}
