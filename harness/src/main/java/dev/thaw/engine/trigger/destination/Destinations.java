package dev.thaw.engine.trigger.destination;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.thaw.engine.protocol.AwsException;
import dev.thaw.engine.protocol.CommonError;
import dev.thaw.engine.s3.Buckets;
import dev.thaw.engine.sqs.OutgoingMessage;
import dev.thaw.engine.sqs.Queues;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Queues and buckets as destinations, for the event queue and for event source mappings.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html">
 *     Records of asynchronous invocations</a>
 */
public record Destinations(Queues queues, Buckets buckets) {
  private static final DateTimeFormatter FOLDER = utc("yyyy/MM/dd");
  private static final DateTimeFormatter NAME = utc("yyyy-MM-dd'T'HH.mm.ss");

  private static DateTimeFormatter utc(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
  }

  /**
   * Sends a record to a queue, or puts it into a bucket under that key.
   *
   * @throws AwsException if the destination is not there or does not take the record
   */
  public void send(String arn, String json, Supplier<String> key) {
    switch (arn.split(":", -1)[2]) {
      case "sqs" -> queues.send(arn, new OutgoingMessage(json, Map.of()));
      case "s3" ->
          buckets.store(arn.substring(arn.lastIndexOf(':') + 1), key.get(), json.getBytes(UTF_8));
      // A bus drops what no rule asks for, and rules are EventBridge's, which is not offered.
      case "events" -> {}
      default -> throw CommonError.notImplemented("The destination " + arn);
    }
  }

  /** {@code PREFIX/YYYY/MM/DD/YYYY-MM-DDTHH.MM.SS-UUID}: a record's key in a bucket. */
  public static String key(String prefix, Instant at, String uuid) {
    return prefix + "/" + FOLDER.format(at) + "/" + NAME.format(at) + "-" + uuid;
  }
}
