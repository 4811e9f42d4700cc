package dev.thaw.sample;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an invocation was handed: the events, in order, and by whom. */
record Batch(Source source, @Nullable String shard, List<Event> events) {

  /** Recognises a payload by its shape. */
  static Batch of(Map<String, Object> payload) {
    if (payload.get("requestContext") instanceof Map<?, ?>) {
      return new Batch(Source.HTTP, null, List.of(Event.of(HttpBody.of(payload))));
    }
    if (payload.get("Records") instanceof List<?> records
        && !records.isEmpty()
        && records.get(0) instanceof Map<?, ?> first
        && first.get("eventSource") instanceof String name) {
      return Source.of(name)
          .map(source -> new Batch(source, shard(first), source.events(records)))
          .orElse(new Batch(Source.DIRECT, null, List.of(Event.of(payload))));
    }
    return new Batch(Source.DIRECT, null, List.of(Event.of(payload)));
  }

  /** Of Kinesis alone: {@code shardId-000000000000:4954...}. */
  private static @Nullable String shard(Map<?, ?> first) {
    return first.get("eventID") instanceof String id && id.contains(":")
        ? id.substring(0, id.indexOf(':'))
        : null;
  }
}
