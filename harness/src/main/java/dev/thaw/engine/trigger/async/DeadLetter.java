package dev.thaw.engine.trigger.async;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.thaw.engine.environment.InvocationResult;
import dev.thaw.engine.lambda.function.Invoked;
import dev.thaw.engine.sqs.OutgoingMessage;
import java.io.IOException;
import java.util.Map;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/**
 * What a dead-letter queue gets: the payload alone, and three attributes, as recorded 2025-11-24,
 * localstack test_dead_letter_queue. Not recorded is what they say where the function never ran.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html">
 *     Dead-letter queues</a>
 */
final class DeadLetter {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST_MESSAGE = 1024;

  private DeadLetter() {}

  static OutgoingMessage of(PendingEvent pending) {
    var result = pending.last().map(Invoked::result);
    return new OutgoingMessage(
        new String(pending.event().payload(), UTF_8),
        Map.of(
            "RequestID", attribute("String", pending.event().requestId()),
            "ErrorCode", attribute("Number", result.isPresent() ? "200" : "429"),
            "ErrorMessage",
                attribute(
                    "String", result.map(DeadLetter::errorMessage).orElse("Rate Exceeded."))));
  }

  private static MessageAttributeValue attribute(String type, String value) {
    return MessageAttributeValue.builder().dataType(type).stringValue(value).build();
  }

  private static String errorMessage(InvocationResult result) {
    var message = message(result.payload());
    return message.substring(0, Math.min(message.length(), LONGEST_MESSAGE));
  }

  /** The function's own words; its whole answer, where it has none. */
  private static String message(byte[] payload) {
    try {
      var message = JSON.readTree(payload).path("errorMessage").asText("");
      return message.isEmpty() ? new String(payload, UTF_8) : message;
    } catch (IOException e) {
      return new String(payload, UTF_8);
    }
  }
}
