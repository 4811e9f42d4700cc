package dev.thaw.target.conform;

import static dev.thaw.target.conform.Source.recorded;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.lambda.model.PutFunctionEventInvokeConfigRequest;
import software.amazon.awssdk.services.lambda.model.PutFunctionEventInvokeConfigResponse;

/** A6: the configuration of asynchronous invocation. */
final class InvokeConfigChecks {
  private static final String LIFECYCLE =
      recorded("test_lambda_eventinvokeconfig_lifecycle", "2025-11-25");
  private static final String EXCEPTIONS =
      recorded("test_lambda_eventinvokeconfig_exceptions", "2025-11-25");
  private static final String ARN = "arn:aws:lambda:<region>:<account>:function:";

  private InvokeConfigChecks() {}

  private static final List<Check> ALL =
      List.of(
          Check.exact(
              "A6.1",
              "PutFunctionEventInvokeConfig",
              LIFECYCLE,
              config("\"MaximumRetryAttempts\":0"),
              stage ->
                  stage.shown(
                      stage.function(Script.ECHO).configureEvents(c -> c.maximumRetryAttempts(0)))),
          Check.exact(
              "A6.2",
              "a second Put drops what it does not name",
              EXCEPTIONS,
              config("\"MaximumRetryAttempts\":0"),
              onPut(
                  function -> {
                    function.configureEvents(c -> c.maximumRetryAttempts(0));
                    return get(function, "$LATEST");
                  })),
          Check.exact(
              "A6.3",
              "UpdateFunctionEventInvokeConfig keeps what it does not name",
              EXCEPTIONS,
              config("\"MaximumEventAgeInSeconds\":60,\"MaximumRetryAttempts\":0"),
              onPut(InvokeConfigChecks::updated)),
          Check.exact(
              "A6.4",
              "GetFunctionEventInvokeConfig with none",
              EXCEPTIONS,
              none("<function>:$LATEST"),
              stage -> get(stage.function(Script.ECHO), "$LATEST")),
          Check.exact(
              "A6.5",
              "GetFunctionEventInvokeConfig of a version that has none",
              LIFECYCLE,
              none("<function>:1"),
              onPut(function -> get(function, function.publish()))),
          Check.exact(
              "A6.6",
              "the greatest maximum age",
              EXCEPTIONS,
              config("\"MaximumEventAgeInSeconds\":21600,\"MaximumRetryAttempts\":2"),
              stage ->
                  stage.shown(
                      stage
                          .function(Script.ECHO)
                          .configureEvents(
                              c -> c.maximumEventAgeInSeconds(21_600).maximumRetryAttempts(2)))),
          Check.exact(
              "A6.7",
              "Put with nothing set",
              EXCEPTIONS,
              invalid("You must specify at least one of error handling or destination setting."),
              refused(function -> function.configureEvents(c -> c))),
          Check.exact(
              "A6.8",
              "an unknown function as a destination",
              EXCEPTIONS,
              invalid("The destination ARN " + ARN + "doesnotexist is invalid."),
              refused(
                  function ->
                      function.configureEvents(
                          onSuccess(function.arn().replace(function.name(), "doesnotexist"))))),
          Check.exact(
              "A6.9",
              "the function itself as a destination",
              EXCEPTIONS,
              invalid("You can't specify the function as a destination for itself."),
              refused(function -> function.configureEvents(onSuccess(function.arn())))),
          Check.exact(
              "A6.10",
              "Put for an unknown function",
              EXCEPTIONS,
              notFound("The function doesn't exist."),
              InvokeConfigChecks::ofUnknown),
          Check.exact(
              "A6.11",
              "DeleteFunctionEventInvokeConfig",
              EXCEPTIONS,
              "204",
              onPut(InvokeConfigChecks::deleted)),
          Check.exact(
              "A6.12",
              "DeleteFunctionEventInvokeConfig with none",
              EXCEPTIONS,
              none("<function>:$LATEST"),
              stage -> {
                var function = stage.function(Script.ECHO);
                return stage.refusal(
                    () ->
                        stage
                            .lambda()
                            .deleteFunctionEventInvokeConfig(
                                gone -> gone.functionName(function.name())));
              }),
          Check.exact(
              "A6.13",
              "ListFunctionEventInvokeConfigs",
              LIFECYCLE,
              """
            200 {"FunctionEventInvokeConfigs":[{"DestinationConfig":{"OnFailure":{},\
            "OnSuccess":{}},"FunctionArn":"arn:aws:lambda:<region>:<account>:function:<function>\
            :$LATEST","LastModified":"<time>","MaximumEventAgeInSeconds":60,\
            "MaximumRetryAttempts":2}]}""",
              onPut(InvokeConfigChecks::listed)));

  static List<Check> all() {
    return ALL;
  }

  private static String config(String more) {
    return "200 {\"DestinationConfig\":{\"OnFailure\":{},\"OnSuccess\":{}},\"FunctionArn\":\""
        + ARN
        + "<function>:$LATEST\",\"LastModified\":\"<time>\","
        + more
        + "}";
  }

  private static String invalid(String message) {
    return "400 InvalidParameterValueException {\"Type\":\"User\",\"message\":\"" + message + "\"}";
  }

  private static String notFound(String message) {
    return "404 ResourceNotFoundException {\"Message\":\"" + message + "\",\"Type\":\"User\"}";
  }

  private static String none(String function) {
    return notFound("The function " + ARN + function + " doesn't have an EventInvokeConfig");
  }

  private static UnaryOperator<PutFunctionEventInvokeConfigRequest.Builder> onSuccess(String arn) {
    return put -> put.destinationConfig(config -> config.onSuccess(to -> to.destination(arn)));
  }

  private static Function<Stage, String> refused(
      Function<Subject, PutFunctionEventInvokeConfigResponse> call) {
    return stage -> {
      var function = stage.function(Script.ECHO);
      return stage.refusal(() -> call.apply(function));
    };
  }

  /** On a function with a maximum age of 60 s and 2 retries. */
  private static Function<Stage, String> onPut(Function<Subject, String> ask) {
    return stage -> {
      var function = stage.function(Script.ECHO);
      function.configureEvents(
          config -> config.maximumEventAgeInSeconds(60).maximumRetryAttempts(2));
      return ask.apply(function);
    };
  }

  /** The configuration, or the error that there is none. */
  private static String get(Subject function, String qualifier) {
    var seen =
        function
            .stage()
            .refusal(
                () ->
                    function
                        .lambda()
                        .getFunctionEventInvokeConfig(
                            get -> get.functionName(function.name()).qualifier(qualifier)));
    return seen.replace("accepted: ", "");
  }

  private static String updated(Subject function) {
    return function
        .stage()
        .shown(
            function
                .lambda()
                .updateFunctionEventInvokeConfig(
                    update -> update.functionName(function.name()).maximumRetryAttempts(0)));
  }

  private static String ofUnknown(Stage stage) {
    return stage.refusal(
        () ->
            stage
                .lambda()
                .putFunctionEventInvokeConfig(
                    put -> put.functionName("doesnotexist").maximumRetryAttempts(0)));
  }

  private static String deleted(Subject function) {
    return String.valueOf(
        function
            .lambda()
            .deleteFunctionEventInvokeConfig(gone -> gone.functionName(function.name()))
            .sdkHttpResponse()
            .statusCode());
  }

  private static String listed(Subject function) {
    return function
        .stage()
        .shown(
            function
                .lambda()
                .listFunctionEventInvokeConfigs(list -> list.functionName(function.name())),
            "FunctionEventInvokeConfigs");
  }
}
