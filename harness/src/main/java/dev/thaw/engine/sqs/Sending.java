package dev.thaw.engine.sqs;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** What SQS demands of a message before it takes it. */
final class Sending {
  private static final int LONGEST_DELAY = 900;
  private static final Pattern TYPE = Pattern.compile("(String|Number|Binary)(\\..+)?");

  private Sending() {}

  static OutgoingMessage message(
      @Nullable String body, Map<String, MessageAttributeValue> attributes) {
    if (body == null || body.isEmpty()) {
      throw SqsError.missing("MessageBody");
    }
    attributes.forEach(Sending::checkAttribute);
    return new OutgoingMessage(body, attributes);
  }

  private static void checkAttribute(String name, MessageAttributeValue value) {
    if (value.dataType() == null || !TYPE.matcher(value.dataType()).matches()) {
      throw SqsError.INVALID_PARAMETER_VALUE.exception(
          "The type of message (user) attribute '%s' is invalid. You must use only the following"
                  .formatted(name)
              + " supported type prefixes: Binary, Number, String.");
    }
    var isEmpty =
        value.dataType().startsWith("Binary")
            ? value.binaryValue() == null
            : value.stringValue() == null || value.stringValue().isEmpty();
    if (isEmpty) {
      throw SqsError.INVALID_PARAMETER_VALUE.exception(
          "Message (user) attribute '%s' must contain a non-empty value of type '%s'."
              .formatted(name, value.dataType().split("\\.", 2)[0]));
    }
  }

  static void check(OutgoingMessage message, Queue queue) {
    int most = queue.settings().get(Attribute.MESSAGE_SIZE);
    if (message.size() > most) {
      throw SqsError.INVALID_PARAMETER_VALUE.exception(
          "One or more parameters are invalid. Reason: Message must be shorter than "
              + most
              + " bytes.");
    }
  }

  static @Nullable Duration delay(@Nullable Integer seconds) {
    if (seconds == null) {
      return null;
    }
    if (seconds < 0 || seconds > LONGEST_DELAY) {
      throw SqsError.invalidValue(
          "DelaySeconds", seconds, "DelaySeconds must be >= 0 and <= " + LONGEST_DELAY + ".");
    }
    return Duration.ofSeconds(seconds);
  }
}
