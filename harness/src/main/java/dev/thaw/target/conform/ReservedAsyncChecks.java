package dev.thaw.target.conform;

import static dev.thaw.target.conform.Source.recorded;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** R8 to R10: events while concurrency is reserved. */
final class ReservedAsyncChecks {
  private static final String RESERVED = recorded("test_reserved_concurrency", "2025-11-25");
  private static final String QUEUE =
      recorded("test_reserved_concurrency_async_queue", "2025-11-24");
  private static final Duration SOON = Duration.ofMinutes(2);

  /** Sleeps while the event says so; logs which event it was, by which code, and its own id. */
  private static final Script EVENTS =
      new Script(
          "",
          """
          echo "GOT $EVENT $ID $VARIANT"
          case $EVENT in *sleep*) sleep 3 ;; esac
          """);

  private ReservedAsyncChecks() {}

  private static final List<Check> ALL =
      List.of(
          Check.exact(
              "R8.1",
              "an event at reserved = 0",
              RESERVED,
              "202 {\"Payload\":\"\",\"StatusCode\":202}",
              stage -> stage.shown(atZero(stage, stage.queue()).event("{}"))),
          Check.exact(
              "R8.2",
              "what the destination on failure gets of it",
              RESERVED,
              """
            {"requestContext":{"approximateInvokeCount":0,"condition":"ZeroReservedConcurrency",\
            "functionArn":"arn:aws:lambda:<region>:<account>:function:<function>:$LATEST",\
            "requestId":"<uuid>"},"requestPayload":{},"timestamp":"<time>","version":"1.0"}""",
              ReservedAsyncChecks::recordAtZero),
          Check.judged(
              "R8.3", "when it gets it", RESERVED, "within 30 s", ReservedAsyncChecks::timeAtZero),
          Check.exact(
              "R8.4",
              "invocations of the function by that event",
              RESERVED,
              "0",
              ReservedAsyncChecks::startsAtZero),
          Check.exact(
              "R9.1",
              "an event while another uses up what is reserved",
              QUEUE,
              "202 {\"Payload\":\"\",\"StatusCode\":202}",
              stage -> stage.shown(busy(stage).event("{\"number\":2}"))),
          Check.exact(
              "R9.2",
              "a caller who waits, meanwhile",
              QUEUE,
              ReservedChecks.THROTTLED,
              stage -> {
                var function = busy(stage);
                return stage.refusal(() -> function.invoke("{}"));
              }),
          Check.judged(
              "R9.3",
              "when that event runs, after more was reserved",
              QUEUE,
              "within 60 s, for the queue retries a throttled event after seconds",
              ReservedAsyncChecks::timeAfterRaise),
          Check.judged(
              "R9.4",
              "the request id that the function sees of an event",
              QUEUE,
              "that which the caller was answered",
              ReservedAsyncChecks::sameId),
          Check.exact(
              "R10.1",
              "the code that queued events run with after an update",
              recorded("test_async_invoke_queue_upon_function_update", "2025-11-24"),
              "event 1 old, events 2 to 5 new",
              ReservedAsyncChecks::codeAfterUpdate));

  static List<Check> all() {
    return ALL;
  }

  private static Subject atZero(Stage stage, Mailbox queue) {
    var function = stage.function(Script.ECHO);
    function.reserve(0);
    function.configureEvents(
        put ->
            put.maximumRetryAttempts(0)
                .destinationConfig(config -> config.onFailure(to -> to.destination(queue.arn()))));
    return function;
  }

  private static String recordAtZero(Stage stage) {
    var queue = stage.queue();
    atZero(stage, queue).event("{}");
    return queue.awaitBody(SOON);
  }

  private static Seen timeAtZero(Stage stage) {
    var queue = stage.queue();
    var function = atZero(stage, queue);
    var before = stage.now();
    function.event("{}");
    queue.await(SOON);
    return Seen.between(stage.now().minus(before), Duration.ZERO, Duration.ofSeconds(30));
  }

  private static String startsAtZero(Stage stage) {
    var queue = stage.queue();
    var function = atZero(stage, queue);
    function.event("{}");
    queue.await(SOON);
    stage.pause(Duration.ofMinutes(2));
    return String.valueOf(
        function.log().stream().filter(event -> event.message().startsWith("START ")).count());
  }

  /** A function with one concurrency that an event keeps for some seconds. */
  private static Subject busy(Stage stage) {
    var function = stage.function(EVENTS);
    function.reserve(1);
    function.event("{\"number\":1,\"do\":\"sleep\"}");
    stage.clock().sleep(Duration.ofSeconds(1));
    return function;
  }

  private static Seen timeAfterRaise(Stage stage) {
    var function = busy(stage);
    function.event("{\"number\":2}");
    function.reserve(3);
    var before = stage.now();
    function.awaitLog(
        Duration.ofMinutes(10), 1, message -> message.startsWith("GOT {\"number\":2}"));
    return Seen.between(stage.now().minus(before), Duration.ZERO, Duration.ofSeconds(60));
  }

  private static Seen sameId(Stage stage) {
    var function = stage.function(EVENTS);
    var id = function.event("{\"number\":1}").responseMetadata().requestId();
    var got = function.awaitLog(SOON, 1, message -> message.startsWith("GOT ")).get(0).message();
    return new Seen(
        got.contains(id) ? "that which the caller was answered" : "another: " + got,
        got.contains(id));
  }

  private static String codeAfterUpdate(Stage stage) {
    var function = busy(stage);
    IntStream.rangeClosed(2, 5).forEach(number -> function.event("{\"number\":" + number + "}"));
    function.update(java.util.Map.of("VARIANT", "new"));
    var got =
        function.awaitLog(Duration.ofMinutes(30), 5, message -> message.startsWith("GOT ")).stream()
            .map(event -> event.message().strip())
            .toList();
    boolean isFirstOld =
        got.stream().anyMatch(line -> line.contains("\"number\":1") && !line.endsWith("new"));
    long later =
        got.stream().filter(line -> !line.contains("\"number\":1") && line.endsWith("new")).count();
    return isFirstOld && later == 4 ? "event 1 old, events 2 to 5 new" : got.toString();
  }
}
