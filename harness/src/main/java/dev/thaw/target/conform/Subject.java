package dev.thaw.target.conform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.CreateFunctionRequest;
import software.amazon.awssdk.services.lambda.model.GetProvisionedConcurrencyConfigResponse;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.LastUpdateStatus;
import software.amazon.awssdk.services.lambda.model.LogType;
import software.amazon.awssdk.services.lambda.model.ProvisionedConcurrencyStatusEnum;
import software.amazon.awssdk.services.lambda.model.PutFunctionConcurrencyResponse;
import software.amazon.awssdk.services.lambda.model.PutFunctionEventInvokeConfigRequest;
import software.amazon.awssdk.services.lambda.model.PutFunctionEventInvokeConfigResponse;
import software.amazon.awssdk.services.lambda.model.PutProvisionedConcurrencyConfigResponse;
import software.amazon.awssdk.services.lambda.model.State;

/** A function under test, and what checks do with it. */
record Subject(Stage stage, String name) {
  private static final Duration CHANGE_LIMIT = Duration.ofMinutes(2);
  private static final Duration PROVISIONING_LIMIT = Duration.ofMinutes(15);

  static Subject create(
      Stage stage,
      String word,
      Script script,
      UnaryOperator<CreateFunctionRequest.Builder> settings) {
    var name = stage.name(word);
    var request =
        settings.apply(
            CreateFunctionRequest.builder()
                .functionName(name)
                .role(stage.identity().role())
                .runtime(Script.RUNTIME)
                .handler("none")
                .timeout(30)
                .code(code -> code.zipFile(script.zip())));
    cleanUp(stage, name);
    stage.lambda().createFunction(request.build());
    var function = new Subject(stage, name);
    function.awaitSettled();
    return function;
  }

  /** Deletes a function at the end, and what it has logged. */
  static void cleanUp(Stage stage, String name) {
    stage.atTheEnd(() -> stage.clients().logs().deleteLogGroup(of -> of.logGroupName(log(name))));
    stage.atTheEnd(() -> stage.lambda().deleteFunction(gone -> gone.functionName(name)));
  }

  private static String log(String function) {
    return "/aws/lambda/" + function;
  }

  LambdaClient lambda() {
    return stage.lambda();
  }

  String arn() {
    var identity = stage.identity();
    return "arn:aws:lambda:%s:%s:function:%s"
        .formatted(identity.region(), identity.account(), name);
  }

  String arn(String qualifier) {
    return arn() + ":" + qualifier;
  }

  /** Waits until it can be invoked and no update is going on. */
  void awaitSettled() {
    stage.await("end of the function's change", CHANGE_LIMIT, () -> settled());
  }

  private Optional<Boolean> settled() {
    var now = lambda().getFunctionConfiguration(get -> get.functionName(name));
    boolean isSettled =
        now.state() == State.ACTIVE && now.lastUpdateStatus() != LastUpdateStatus.IN_PROGRESS;
    return isSettled ? Optional.of(true) : Optional.empty();
  }

  // Invoking.

  InvokeResponse invoke(String payload) {
    return lambda()
        .invoke(call -> call.functionName(name).payload(SdkBytes.fromUtf8String(payload)));
  }

  /** Runs a piece of shell in a function that takes them. */
  InvokeResponse run(String shell) {
    return invoke("\"" + shell + "\"");
  }

  InvokeResponse run(String qualifier, String shell) {
    return lambda()
        .invoke(
            call ->
                call.functionName(name)
                    .qualifier(qualifier)
                    .payload(SdkBytes.fromUtf8String("\"" + shell + "\"")));
  }

  InvokeResponse event(String payload) {
    return lambda()
        .invoke(
            call ->
                call.functionName(name)
                    .invocationType(InvocationType.EVENT)
                    .payload(SdkBytes.fromUtf8String(payload)));
  }

  /** The end of the log that a call with its tail is answered. */
  String tail(String payload) {
    var response =
        lambda()
            .invoke(
                call ->
                    call.functionName(name)
                        .logType(LogType.TAIL)
                        .payload(SdkBytes.fromUtf8String(payload)));
    if (response.logResult() == null) {
      throw new NotSeenException("no LogResult");
    }
    return new String(Base64.getDecoder().decode(response.logResult()), UTF_8);
  }

  /** How an environment of that qualifier was initialised. */
  String initializationType(String qualifier) {
    return run(qualifier, "ANSWER=$Q$AWS_LAMBDA_INITIALIZATION_TYPE$Q").payload().asUtf8String();
  }

  // Concurrency.

  PutFunctionConcurrencyResponse reserve(int concurrency) {
    return lambda()
        .putFunctionConcurrency(
            put -> put.functionName(name).reservedConcurrentExecutions(concurrency));
  }

  /** Says how its events are treated. */
  PutFunctionEventInvokeConfigResponse configureEvents(
      UnaryOperator<PutFunctionEventInvokeConfigRequest.Builder> settings) {
    var request = PutFunctionEventInvokeConfigRequest.builder().functionName(name);
    return lambda().putFunctionEventInvokeConfig(settings.apply(request).build());
  }

  String publish() {
    return lambda().publishVersion(publish -> publish.functionName(name)).version();
  }

  /** Changes something and publishes, so that there is another version. */
  String publishAnother() {
    update(Map.of("VERSION", "another"));
    return publish();
  }

  void update(Map<String, String> variables) {
    lambda()
        .updateFunctionConfiguration(
            update -> update.functionName(name).environment(set -> set.variables(variables)));
    awaitSettled();
  }

  String alias(String version) {
    var alias = "live";
    lambda().createAlias(create -> create.functionName(name).name(alias).functionVersion(version));
    return alias;
  }

  PutProvisionedConcurrencyConfigResponse provision(String qualifier, int concurrency) {
    return lambda()
        .putProvisionedConcurrencyConfig(
            put ->
                put.functionName(name)
                    .qualifier(qualifier)
                    .provisionedConcurrentExecutions(concurrency));
  }

  GetProvisionedConcurrencyConfigResponse provisioned(String qualifier) {
    return lambda()
        .getProvisionedConcurrencyConfig(get -> get.functionName(name).qualifier(qualifier));
  }

  /** Waits until provisioning has ended, well or not. */
  GetProvisionedConcurrencyConfigResponse awaitProvisioned(String qualifier) {
    return stage.await(
        "end of provisioning",
        PROVISIONING_LIMIT,
        () ->
            Optional.of(provisioned(qualifier))
                .filter(now -> now.status() != ProvisionedConcurrencyStatusEnum.IN_PROGRESS));
  }

  // Logs.

  /** All events of its log so far, oldest first. */
  List<FilteredLogEvent> log() {
    try {
      return stage
          .clients()
          .logs()
          .filterLogEventsPaginator(filter -> filter.logGroupName(log(name)))
          .events()
          .stream()
          .toList();
    } catch (ResourceNotFoundException nothingYet) {
      return List.of();
    }
  }

  /** Its log, as soon as it holds that many events of a kind. */
  List<FilteredLogEvent> awaitLog(Duration limit, int count, Predicate<String> isOfThatKind) {
    return stage.await(
        count + " such log events",
        limit,
        () ->
            Optional.of(log().stream().filter(event -> isOfThatKind.test(event.message())).toList())
                .filter(found -> found.size() >= count));
  }

  /** The events that a logging function got, as soon as there are that many. */
  List<String> awaitEvents(Duration limit, int count) {
    return awaitLog(limit, count, message -> message.startsWith("EVENT ")).stream()
        .map(event -> event.message().substring("EVENT ".length()).strip())
        .toList();
  }
}
