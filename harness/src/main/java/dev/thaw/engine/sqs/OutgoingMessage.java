package dev.thaw.engine.sqs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** What a sender sends: a body and attributes. */
public record OutgoingMessage(String body, Map<String, MessageAttributeValue> attributes) {
  public OutgoingMessage {
    attributes = Map.copyOf(attributes);
  }

  /** Bytes that count for the largest message: the body and the names, types and values. */
  int size() {
    int size = body.getBytes(UTF_8).length;
    for (var attribute : attributes.entrySet()) {
      var value = attribute.getValue();
      size += attribute.getKey().getBytes(UTF_8).length;
      size += value.dataType() == null ? 0 : value.dataType().length();
      size += value.stringValue() == null ? 0 : value.stringValue().getBytes(UTF_8).length;
      size += value.binaryValue() == null ? 0 : value.binaryValue().asByteArrayUnsafe().length;
    }
    return size;
  }
}
