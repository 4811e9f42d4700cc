package dev.thaw.engine.sqs;

import dev.thaw.engine.protocol.CommonError;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A queue's attributes as they were set, and AWS's defaults for the others. */
record QueueSettings(Map<String, String> values) {
  /** Would change how a queue works, and this engine does not act on them. */
  private static final Set<String> LACKING =
      Set.of(
          "RedrivePolicy",
          "RedriveAllowPolicy",
          "KmsMasterKeyId",
          "KmsDataKeyReusePeriodSeconds",
          "FifoQueue",
          "ContentBasedDeduplication",
          "DeduplicationScope",
          "FifoThroughputLimit");

  // Nobody is refused here for want of permission, so a policy changes nothing.
  private static final Set<String> TEXTS = Set.of("Policy", "SqsManagedSseEnabled");

  static final QueueSettings DEFAULT = new QueueSettings(Attribute.defaults());

  QueueSettings {
    values = Map.copyOf(values);
  }

  /** The same with other attributes changed; refuses what is unknown or out of range. */
  QueueSettings with(Map<String, String> changes) {
    var changed = new TreeMap<>(values);
    changes.forEach(
        (name, value) -> {
          if (LACKING.contains(name) && !value.isEmpty()) {
            throw CommonError.notImplemented("The queue attribute " + name);
          }
          if (!LACKING.contains(name)) {
            changed.put(name, checked(name, value));
          }
        });
    return new QueueSettings(changed);
  }

  private static String checked(String name, String value) {
    if (TEXTS.contains(name)) {
      return value;
    }
    return Attribute.named(name)
        .orElseThrow(
            () -> SqsError.INVALID_ATTRIBUTE_NAME.exception("Unknown Attribute " + name + "."))
        .checked(value);
  }

  int get(Attribute attribute) {
    return Integer.parseInt(values.getOrDefault(attribute.code(), "0"));
  }

  Duration duration(Attribute attribute) {
    return Duration.ofSeconds(get(attribute));
  }
}
