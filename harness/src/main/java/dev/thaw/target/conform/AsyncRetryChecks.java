package dev.thaw.target.conform;

import static dev.thaw.target.conform.Source.recorded;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;
import software.amazon.awssdk.services.lambda.model.PutFunctionEventInvokeConfigRequest;

/** A1 and A3: when an event that failed is tried again, and when it is given up. */
final class AsyncRetryChecks {
  private static final String DEFAULT =
      recorded("test_lambda_destination_default_retries", "2025-11-24");
  private static final String RETRIES = recorded("test_retries", "2025-11-25");
  private static final String IDS =
      recorded("test_request_id_async_invoke_with_retry", "2025-11-24");
  private static final String AGE = recorded("test_maxeventage", "2025-11-27");
  private static final Duration LIMIT = Duration.ofMinutes(6);

  private AsyncRetryChecks() {}

  private static final List<Check> ALL =
      List.of(
          Check.exact(
              "A1.1",
              "attempts at an event that always fails, by default",
              DEFAULT,
              "RetriesExhausted 3",
              stage -> outcome(stage, config -> config)),
          Check.judged(
              "A1.2",
              "time from the first attempt to the second",
              RETRIES,
              "50 s to 120 s",
              stage ->
                  Seen.between(gap(stage, 0), Duration.ofSeconds(50), Duration.ofSeconds(120))),
          Check.judged(
              "A1.3",
              "time from the second attempt to the third",
              RETRIES,
              "100 s to 180 s",
              stage ->
                  Seen.between(gap(stage, 1), Duration.ofSeconds(100), Duration.ofSeconds(180))),
          Check.exact(
              "A1.4",
              "request ids of all attempts",
              IDS,
              "1",
              stage ->
                  distinct(
                      stage, start -> start.message().replaceAll(".*RequestId: (\\S+).*", "$1"))),
          Check.exact(
              "A1.5",
              "log streams of all attempts",
              IDS,
              "1",
              stage -> distinct(stage, FilteredLogEvent::logStreamName)),
          Check.exact(
              "A1.6",
              "attempts with MaximumRetryAttempts 0",
              recorded("test_assess_lambda_destination_invocation", "2025-11-24"),
              "RetriesExhausted 1",
              stage -> outcome(stage, config -> config.maximumRetryAttempts(0))),
          Check.exact(
              "A1.7",
              "attempts with MaximumRetryAttempts 1",
              Source.page("lambda/latest/dg/invocation-async-error-handling.html"),
              "RetriesExhausted 2",
              stage -> outcome(stage, config -> config.maximumRetryAttempts(1))),
          Check.exact(
              "A3.1",
              "attempts with a maximum age of 60 s",
              AGE,
              "EventAgeExceeded 1",
              stage -> outcome(stage, config -> config.maximumEventAgeInSeconds(60))),
          Check.judged(
              "A3.2",
              "when such an event is given up: the next attempt would come too late",
              AGE,
              "at once, below 45 s",
              AsyncRetryChecks::timeUntilGivenUp),
          Check.exact(
              "A3.3",
              "attempts with a maximum age of 90 s",
              AGE,
              "EventAgeExceeded 2",
              stage -> outcome(stage, config -> config.maximumEventAgeInSeconds(90))));

  static List<Check> all() {
    return ALL;
  }

  static Subject failing(
      Stage stage, Mailbox queue, UnaryOperator<PutFunctionEventInvokeConfigRequest.Builder> more) {
    return configured(stage, Script.FAIL, queue, more);
  }

  /** A function whose destinations are both that queue. */
  static Subject configured(
      Stage stage,
      Script script,
      Mailbox queue,
      UnaryOperator<PutFunctionEventInvokeConfigRequest.Builder> more) {
    var function = stage.function(script);
    function.configureEvents(
        put ->
            more.apply(
                put.destinationConfig(
                    config ->
                        config
                            .onFailure(to -> to.destination(queue.arn()))
                            .onSuccess(to -> to.destination(queue.arn())))));
    return function;
  }

  /** The condition and the count of attempts that the destination is told. */
  private static String outcome(
      Stage stage, UnaryOperator<PutFunctionEventInvokeConfigRequest.Builder> more) {
    var queue = stage.queue();
    failing(stage, queue, more).event("{\"number\":1}");
    var context = Shown.parsed(queue.await(LIMIT).body()).path("requestContext");
    return context.path("condition").asText()
        + " "
        + context.path("approximateInvokeCount").asText();
  }

  private static List<FilteredLogEvent> starts(Stage stage) {
    var function = stage.function(Script.FAIL);
    function.event("{\"number\":1}");
    return function.awaitLog(LIMIT, 3, message -> message.startsWith("START "));
  }

  /** In platform time; the log tells it by the clock. */
  private static Duration gap(Stage stage, int attempt) {
    var starts = starts(stage);
    return stage.platform(
        Duration.ofMillis(starts.get(attempt + 1).timestamp() - starts.get(attempt).timestamp()));
  }

  private static String distinct(
      Stage stage, java.util.function.Function<FilteredLogEvent, String> by) {
    return String.valueOf(starts(stage).stream().map(by).map(String::strip).distinct().count());
  }

  private static Seen timeUntilGivenUp(Stage stage) {
    var queue = stage.queue();
    var function = failing(stage, queue, config -> config.maximumEventAgeInSeconds(60));
    var before = stage.now();
    function.event("{}");
    queue.await(LIMIT);
    return Seen.between(stage.now().minus(before), Duration.ZERO, Duration.ofSeconds(45));
  }
}
