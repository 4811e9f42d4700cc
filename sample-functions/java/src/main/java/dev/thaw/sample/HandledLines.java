package dev.thaw.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is logged of an invocation, so that each event can be accounted for: {@code HANDLED} and a
 * JSON object. A large batch takes several lines, each with the position of its first event. Events
 * without an id are not listed.
 */
record HandledLines(Supplier<String> requestId, Batch batch, Marker marker, boolean isFailed) {
  /** A line stays far below the 256 KB that CloudWatch Logs takes. */
  private static final int MOST_IDS = 1000;

  List<String> lines() {
    var events = batch.events().stream().filter(event -> event.id() != null).toList();
    var lines = new ArrayList<String>();
    for (int first = 0; first < events.size(); first += MOST_IDS) {
      lines.add(line(first, events.subList(first, Math.min(events.size(), first + MOST_IDS))));
    }
    return lines;
  }

  private String line(int first, List<Event> events) {
    var line = new LinkedHashMap<String, Object>();
    line.put("requestId", requestId.get());
    line.put("source", batch.source().label());
    line.put("failed", isFailed);
    line.put("marker", marker.members());
    if (batch.shard() != null) {
      line.put("shard", batch.shard());
    }
    line.put("batchSize", batch.events().size());
    line.put("first", first);
    line.put("ids", events.stream().map(Event::id).toList());
    if (events.stream().anyMatch(event -> event.key() != null)) {
      line.put("keys", events.stream().map(HandledLines::keyOrId).toList());
    }
    if (events.stream().allMatch(event -> event.arrivedMs() != null)) {
      line.put("arrivedMs", events.stream().map(Event::arrivedMs).toList());
    }
    return "HANDLED " + JsonText.of(line);
  }

  private static @Nullable String keyOrId(Event event) {
    return event.key() == null ? event.id() : event.key();
  }
}
