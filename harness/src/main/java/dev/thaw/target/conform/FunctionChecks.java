package dev.thaw.target.conform;

import static dev.thaw.target.conform.Source.recorded;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.model.CreateFunctionRequest;

/** I14, and the sizes of I8: functions as they are created, changed and published. */
final class FunctionChecks {
  private static final String LIFECYCLE = recorded("test_function_lifecycle", "2025-11-25");
  private static final String VERSIONS = recorded("test_version_lifecycle", "2025-11-25");
  private static final int LARGEST_REQUEST = 70_167_211;

  private FunctionChecks() {}

  private static final List<Check> ALL =
      List.of(
          Check.exact(
              "I14.1",
              "CreateFunction",
              LIFECYCLE,
              """
            201 {"State":"Pending","StateReason":"The function is being created.",\
            "StateReasonCode":"Creating"}""",
              FunctionChecks::created),
          Check.exact(
              "I14.2",
              "the function some time later",
              LIFECYCLE,
              "200 {\"LastUpdateStatus\":\"Successful\",\"State\":\"Active\"}",
              stage -> configuration(stage.function(Script.ECHO))),
          Check.exact(
              "I14.3",
              "UpdateFunctionConfiguration",
              LIFECYCLE,
              """
            200 {"LastUpdateStatus":"InProgress","LastUpdateStatusReason":"The function is being \
            created.","LastUpdateStatusReasonCode":"Creating","State":"Active"}""",
              FunctionChecks::updated),
          Check.exact(
              "I14.4",
              "the function some time after the update",
              LIFECYCLE,
              "200 {\"LastUpdateStatus\":\"Successful\",\"State\":\"Active\"}",
              stage -> {
                var function = stage.function(Script.ECHO);
                function.update(Map.of("A", "a"));
                return configuration(function);
              }),
          Check.exact(
              "I14.5",
              "UpdateFunctionCode",
              LIFECYCLE,
              """
            200 {"LastUpdateStatus":"InProgress","LastUpdateStatusReason":"The function is being \
            created.","LastUpdateStatusReasonCode":"Creating","State":"Active"}""",
              FunctionChecks::codeUpdated),
          Check.exact(
              "I14.6",
              "PublishVersion",
              VERSIONS,
              "201 {\"LastUpdateStatus\":\"Successful\",\"State\":\"Active\",\"Version\":\"1\"}",
              FunctionChecks::published),
          Check.exact(
              "I14.7",
              "DeleteFunction",
              LIFECYCLE,
              "204",
              stage ->
                  String.valueOf(
                      stage
                          .lambda()
                          .deleteFunction(
                              gone -> gone.functionName(stage.function(Script.ECHO).name()))
                          .sdkHttpResponse()
                          .statusCode())),
          Check.exact(
              "I14.8",
              "the members of a function that was created",
              LIFECYCLE,
              """
            201 {"Architectures":["x86_64"],"Description":"","EphemeralStorage":{"Size":512},\
            "FunctionArn":"arn:aws:lambda:<region>:<account>:function:<function>",\
            "LoggingConfig":{"LogFormat":"Text","LogGroup":"/aws/lambda/<function>"},\
            "MemorySize":128,"PackageType":"Zip",\
            "SnapStart":{"ApplyOn":"None","OptimizationStatus":"Off"},"Timeout":3,\
            "TracingConfig":{"Mode":"PassThrough"},"Version":"$LATEST"}""",
              FunctionChecks::defaults),
          Check.exact(
                  "I8.4",
                  "CreateFunction of more than 70167211 bytes",
                  recorded("test_oversized_request_create_lambda", "2025-11-25"),
                  """
                413 RequestEntityTooLargeException Request must be smaller than 70167211 bytes for \
                the CreateFunction operation""",
                  FunctionChecks::oversized)
              .alone(),
          Check.judged(
              "I8.5",
              "variables of more than 4 KB",
              recorded("test_large_environment_variables_fails", "2025-11-25"),
              """
            400 InvalidParameterValueException: Lambda was unable to configure your environment \
            variables because the environment variables you have provided exceeded the 4KB limit. \
            String measured: {...}""",
              FunctionChecks::largeEnvironment));

  static List<Check> all() {
    return ALL;
  }

  private static CreateFunctionRequest.Builder request(Stage stage, Script script) {
    var name = stage.name("function");
    Subject.cleanUp(stage, name);
    return CreateFunctionRequest.builder()
        .functionName(name)
        .role(stage.identity().role())
        .runtime(Script.RUNTIME)
        .handler("none")
        .code(code -> code.zipFile(script.zip()));
  }

  private static String created(Stage stage) {
    return stage.shown(
        stage.lambda().createFunction(request(stage, Script.ECHO).build()),
        "State",
        "StateReason",
        "StateReasonCode",
        "LastUpdateStatus");
  }

  private static String defaults(Stage stage) {
    return stage.shown(
        stage.lambda().createFunction(request(stage, Script.ECHO).build()),
        "Architectures",
        "Description",
        "EphemeralStorage",
        "FunctionArn",
        "LoggingConfig",
        "MemorySize",
        "PackageType",
        "SnapStart",
        "Timeout",
        "TracingConfig",
        "Version");
  }

  private static String configuration(Subject function) {
    return function
        .stage()
        .shown(
            function.lambda().getFunctionConfiguration(get -> get.functionName(function.name())),
            "State",
            "StateReason",
            "LastUpdateStatus",
            "LastUpdateStatusReason");
  }

  private static String updated(Stage stage) {
    var function = stage.function(Script.ECHO);
    return stage.shown(
        stage
            .lambda()
            .updateFunctionConfiguration(
                update -> update.functionName(function.name()).description("changed")),
        "State",
        "LastUpdateStatus",
        "LastUpdateStatusReason",
        "LastUpdateStatusReasonCode");
  }

  private static String codeUpdated(Stage stage) {
    var function = stage.function(Script.ECHO);
    return stage.shown(
        stage
            .lambda()
            .updateFunctionCode(
                update -> update.functionName(function.name()).zipFile(Script.LOG.zip())),
        "State",
        "LastUpdateStatus",
        "LastUpdateStatusReason",
        "LastUpdateStatusReasonCode");
  }

  private static String published(Stage stage) {
    var function = stage.function(Script.ECHO);
    return stage.shown(
        stage.lambda().publishVersion(publish -> publish.functionName(function.name())),
        "State",
        "StateReason",
        "LastUpdateStatus",
        "Version");
  }

  private static String refusal(Stage stage, Function<Stage, CreateFunctionRequest.Builder> made) {
    var request = made.apply(stage).build();
    return stage.refusal(() -> stage.lambda().createFunction(request));
  }

  /** Its base64 alone is more than the whole request may have. */
  private static String oversized(Stage stage) {
    var noise = new byte[LARGEST_REQUEST / 4 * 3 + 3];
    Arrays.fill(noise, (byte) 'x');
    var seen =
        refusal(
            stage,
            on ->
                request(on, Script.ECHO)
                    .code(code -> code.zipFile(SdkBytes.fromByteArrayUnsafe(noise))));
    // Whether the body of this error is JSON was not recorded.
    return seen.replaceAll("\\{\"[Mm]essage\":\"(.*)\"\\}", "$1")
        .replaceAll("\\{\"Type\":\"User\",\"[Mm]essage\":\"(.*)\"\\}", "$1");
  }

  private static Seen largeEnvironment(Stage stage) {
    var seen =
        refusal(
            stage,
            on ->
                request(on, Script.ECHO)
                    .environment(set -> set.variables(Map.of("LARGE", "x".repeat(5000)))));
    return new Seen(
        seen.replaceAll("x{50,}", "xxx..."),
        seen.startsWith("400 InvalidParameterValueException ")
            && seen.contains(
                "Lambda was unable to configure your environment variables because the environment"
                    + " variables you have provided exceeded the 4KB limit. String measured: {"));
  }
}
