package dev.thaw.target.conform;

import static dev.thaw.target.conform.Source.recorded;

import java.util.List;
import java.util.TreeSet;
import software.amazon.awssdk.services.lambda.model.AccountLimit;
import software.amazon.awssdk.services.lambda.model.GetAccountSettingsResponse;

/** R5, R7 and R11: what may be reserved, of what, and the account's limits. */
final class ReservedLimitChecks {
  private static final String LIMITS = recorded("test_function_concurrency_limits", "2025-11-25");
  private static final String EXCEPTIONS =
      recorded("test_function_concurrency_exceptions", "2025-11-25");
  private static final String SETTINGS = recorded("test_account_settings", "2025-11-25");

  /** What an account keeps unreserved. */
  private static final int FLOOR = 100;

  private static final String BELOW_FLOOR =
      """
      400 InvalidParameterValueException {"message":"Specified ReservedConcurrentExecutions for \
      function decreases account's UnreservedConcurrentExecution below its minimum value of \
      [100]."}""";
  private static final String NOT_FOUND =
      """
      404 ResourceNotFoundException {"Message":"Function not found: \
      arn:aws:lambda:<region>:<account>:function:doesnotexist:$LATEST","Type":"User"}""";

  private ReservedLimitChecks() {}

  private static final List<Check> ALL =
      List.of(
          Check.exact(
              "R5.1",
              "reserving more than the account has",
              LIMITS,
              BELOW_FLOOR,
              stage -> reserving(stage, limit(stage).concurrentExecutions() + 1)),
          Check.exact(
                  "R5.2",
                  "reserving into the minimum that stays unreserved",
                  LIMITS,
                  BELOW_FLOOR,
                  stage -> reserving(stage, unreserved(stage) - FLOOR + 1))
              .alone(),
          Check.exact(
                  "R5.3",
                  "reserving all but the minimum, twice: the own reservation is credited back",
                  "localstack counting_service.py, tried on AWS 2023-11-28",
                  "accepted, accepted",
                  ReservedLimitChecks::allTwice)
              .alone(),
          Check.exact(
              "R7.1",
              "reserving for a qualified ARN",
              EXCEPTIONS,
              """
            400 InvalidParameterValueException {"Type":"User","message":"This operation is \
            permitted on Lambda functions only. Aliases and versions do not support this \
            operation. Please specify either a function name or an unqualified function ARN."}""",
              ReservedLimitChecks::qualified),
          Check.exact(
              "R7.2",
              "reserving for an unknown function",
              EXCEPTIONS,
              NOT_FOUND,
              stage -> reservingUnknown(stage, 1)),
          Check.exact(
              "R7.3",
              "reserving an impossible number for an unknown function",
              EXCEPTIONS,
              NOT_FOUND,
              stage -> reservingUnknown(stage, limit(stage).concurrentExecutions() + 1)),
          Check.exact(
              "R11.1",
              "members of AccountLimit",
              SETTINGS,
              "[CodeSizeUnzipped, CodeSizeZipped, ConcurrentExecutions, TotalCodeSize,"
                  + " UnreservedConcurrentExecutions]",
              stage -> members(settings(stage).accountLimit())),
          Check.exact(
              "R11.2",
              "members of AccountUsage",
              SETTINGS,
              "[FunctionCount, TotalCodeSize]",
              stage -> members(settings(stage).accountUsage())),
          Check.exact(
              "R11.3",
              "sizes that code may have",
              Source.page("lambda/latest/dg/gettingstarted-limits.html"),
              "zipped 52428800, unzipped 262144000",
              stage ->
                  "zipped %d, unzipped %d"
                      .formatted(limit(stage).codeSizeZipped(), limit(stage).codeSizeUnzipped())));

  static List<Check> all() {
    return ALL;
  }

  static GetAccountSettingsResponse settings(Stage stage) {
    return stage.lambda().getAccountSettings();
  }

  static AccountLimit limit(Stage stage) {
    return settings(stage).accountLimit();
  }

  static int unreserved(Stage stage) {
    return limit(stage).unreservedConcurrentExecutions();
  }

  private static String reserving(Stage stage, int concurrency) {
    var function = stage.function(Script.ECHO);
    return stage.refusal(() -> function.reserve(concurrency));
  }

  private static String allTwice(Stage stage) {
    var function = stage.function(Script.ECHO);
    int most = unreserved(stage) - FLOOR;
    var first = stage.refusal(() -> function.reserve(most));
    var second = stage.refusal(() -> function.reserve(most));
    return outcome(first) + ", " + outcome(second);
  }

  private static String outcome(String refusal) {
    return refusal.startsWith("accepted") ? "accepted" : refusal;
  }

  private static String qualified(Stage stage) {
    var function = stage.function(Script.ECHO);
    var version = function.publish();
    return stage.refusal(
        () ->
            stage
                .lambda()
                .putFunctionConcurrency(
                    put ->
                        put.functionName(function.arn(version)).reservedConcurrentExecutions(1)));
  }

  private static String reservingUnknown(Stage stage, int concurrency) {
    return stage.refusal(
        () ->
            stage
                .lambda()
                .putFunctionConcurrency(
                    put ->
                        put.functionName("doesnotexist")
                            .reservedConcurrentExecutions(concurrency)));
  }

  private static String members(software.amazon.awssdk.core.SdkPojo structure) {
    var names = new TreeSet<String>();
    Shown.parsed(Shown.structure(structure)).fieldNames().forEachRemaining(names::add);
    return names.toString();
  }
}
