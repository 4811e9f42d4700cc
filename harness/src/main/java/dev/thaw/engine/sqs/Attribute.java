package dev.thaw.engine.sqs;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The attributes of a queue that can be set, with their ranges and defaults:
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html.
 */
enum Attribute {
  DELAY("DelaySeconds", 0, 900, 0),
  MESSAGE_SIZE("MaximumMessageSize", 1024, 1_048_576, 1_048_576),
  RETENTION("MessageRetentionPeriod", 60, 1_209_600, 345_600),
  WAIT("ReceiveMessageWaitTimeSeconds", 0, 20, 0),
  VISIBILITY_TIMEOUT("VisibilityTimeout", 0, 43_200, 30);

  private final String code;
  private final int least;
  private final int most;
  private final int otherwise;

  Attribute(String code, int least, int most, int otherwise) {
    this.code = code;
    this.least = least;
    this.most = most;
    this.otherwise = otherwise;
  }

  String code() {
    return code;
  }

  static Optional<Attribute> named(String name) {
    for (var attribute : values()) {
      if (attribute.code.equals(name)) {
        return Optional.of(attribute);
      }
    }
    return Optional.empty();
  }

  static Map<String, String> defaults() {
    var defaults = new TreeMap<String, String>();
    for (var attribute : values()) {
      defaults.put(attribute.code, Integer.toString(attribute.otherwise));
    }
    defaults.put("SqsManagedSseEnabled", "true");
    return defaults;
  }

  String checked(String value) {
    if (value.matches("\\d{1,9}")
        && Integer.parseInt(value) >= least
        && Integer.parseInt(value) <= most) {
      return value;
    }
    throw SqsError.INVALID_ATTRIBUTE_VALUE.exception(
        "Invalid value for the parameter " + code + ".");
  }
}
