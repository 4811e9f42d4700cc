package dev.thaw.target.conform;

import static dev.thaw.target.conform.Source.recorded;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** K5 and K6: what a function's answer says of the records of its batch. */
final class BatchResponseChecks {
  private static final String PARTIAL =
      recorded("test_kinesis_report_batch_item_failures", "2025-11-25");
  private static final Duration LIMIT = Duration.ofMinutes(10);

  /** Reports the sixth record as failed, wherever it is in the batch. */
  static final Script SIXTH_FAILS =
      new Script(
          "",
          """
          echo "EVENT $EVENT"
          ANSWER='{"batchItemFailures":[]}'
          case $EVENT in
            *test_5*)
              AFTER=${EVENT##*test_5}
              case $AFTER in
                *equence[Nn]umber*) NUMBER=${AFTER#*equence?umber$Q:$Q} ;;
                *) NUMBER=${EVENT##*equence?umber$Q:$Q} ;;
              esac
              ANSWER="{${Q}batchItemFailures$Q:[{${Q}itemIdentifier$Q:$Q${NUMBER%%$Q*}$Q}]}" ;;
          esac
          """);

  private BatchResponseChecks() {}

  static List<Check> all() {
    var checks = new ArrayList<Check>();
    checks.add(
        Check.exact(
            "K5.1",
            "deliveries of 6 records in batches of 3, whose last one is reported failed, with 3"
                + " retries",
            PARTIAL,
            "{test_0=1, test_1=1, test_2=1, test_3=1, test_4=1, test_5=5}",
            BatchResponseChecks::deliveries));
    checks.add(
        Check.exact(
            "K5.2",
            "the record of what failed in the end",
            PARTIAL,
            "batchSize 1, approximateInvokeCount 4, functionError null",
            BatchResponseChecks::partialFailure));
    whole("1", "an item that is not in the batch", identified("\"not-there\""), checks);
    whole("2", "an empty item", identified("\"\""), checks);
    whole("3", "a null item", identified("null"), checks);
    whole("4", "an item by another key", failures("{\"foo\":\"bar\"}"), checks);
    whole("5", "an item by another key that is null", failures("{\"foo\":null}"), checks);
    checks.add(
        Check.exact(
            "K6.6",
            "invocations for one batch that fails, with 2 retries",
            scenario("failure_scenarios[unhandled_exception_in_function]"),
            "3",
            stage -> invocations(stage, Script.FAIL, 3)));
    success("7", "an empty string", "\"\"", checks);
    success("8", "an empty list", "[]", checks);
    success("9", "null", "null", checks);
    success("10", "an empty object", "{}", checks);
    success("11", "no failures", "{\"batchItemFailures\":[]}", checks);
    success("12", "failures that are null", "{\"batchItemFailures\":null}", checks);
    return List.copyOf(checks);
  }

  private static String scenario(String name) {
    return recorded("test_kinesis_report_batch_item_" + name, "2025-11-25");
  }

  static String identified(String value) {
    return failures("{\"itemIdentifier\":" + value + "}");
  }

  private static String failures(String item) {
    return "{\"batchItemFailures\":[" + item + "]}";
  }

  private static void whole(String number, String answer, String json, List<Check> checks) {
    checks.add(
        Check.exact(
            "K6." + number,
            "invocations for one batch that is answered by " + answer + ", with 2 retries",
            scenario("failure_scenarios"),
            "3",
            stage -> invocations(stage, answering(json), 3)));
  }

  private static void success(String number, String answer, String json, List<Check> checks) {
    checks.add(
        Check.exact(
            "K6." + number,
            "invocations for one batch that is answered by " + answer + ", with 2 retries",
            scenario("success_scenarios"),
            "1",
            stage -> invocations(stage, answering(json), 1)));
  }

  /** Logs the event and answers that. */
  static Script answering(String json) {
    return new Script("", Script.LOG.handler() + "; ANSWER='" + json + "'");
  }

  private static String invocations(Stage stage, Script script, int least) {
    var flow = Flow.create(stage);
    var function = stage.function(script);
    flow.put("test", "hello");
    Mapping.create(
        function,
        flow.arn(),
        create ->
            create
                .batchSize(1)
                .maximumRetryAttempts(2)
                .functionResponseTypesWithStrings("ReportBatchItemFailures"));
    function.awaitEvents(LIMIT, least);
    // What would come too often comes within the back-off.
    stage.pause(Duration.ofSeconds(30));
    return String.valueOf(KinesisDeliveryChecks.events(function).size());
  }

  private static Subject partial(Stage stage, Mailbox queue) {
    var flow = Flow.create(stage);
    var function = stage.function(SIXTH_FAILS);
    flow.putAll("hello", "test_0", "test_1", "test_2", "test_3", "test_4", "test_5");
    Mapping.create(
        function,
        flow.arn(),
        create ->
            create
                .batchSize(3)
                .maximumBatchingWindowInSeconds(1)
                .maximumRetryAttempts(3)
                .functionResponseTypesWithStrings("ReportBatchItemFailures")
                .destinationConfig(to -> to.onFailure(there -> there.destination(queue.arn()))));
    return function;
  }

  private static String deliveries(Stage stage) {
    var queue = stage.queue();
    var function = partial(stage, queue);
    queue.await(LIMIT);
    function.awaitEvents(LIMIT, 6);
    var counts = new TreeMap<String, Integer>();
    KinesisDeliveryChecks.arrived(function)
        .forEach(
            record -> counts.merge(record.at("/kinesis/partitionKey").asText(), 1, Integer::sum));
    return counts.toString();
  }

  private static String partialFailure(Stage stage) {
    var queue = stage.queue();
    partial(stage, queue);
    var record = Shown.parsed(queue.await(LIMIT).body());
    return "batchSize %s, approximateInvokeCount %s, functionError %s"
        .formatted(
            record.at("/KinesisBatchInfo/batchSize"),
            record.at("/requestContext/approximateInvokeCount"),
            record.at("/responseContext/functionError"));
  }
}
