package dev.thaw.invocation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a sample function logs of an invocation, once its handler is through: {@code HANDLED} and
 * one JSON object. A large batch takes several lines, each with the position of its first event.
 * The lists of keys and arrivals run beside that of ids; one that would say nothing is left out.
 *
 * @param source what the payload was: direct, http, s3, kinesis, dynamodb
 * @param first the position in the batch of the first id
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HandledLine(
    String requestId,
    String source,
    boolean failed,
    Marker marker,
    @Nullable String shard,
    int batchSize,
    int first,
    List<String> ids,
    @Nullable List<String> keys,
    @Nullable List<Long> arrivedMs) {
  /** What the line begins with. */
  public static final String PREFIX = "HANDLED ";

  /** Ids in one line: it stays far below the 256 KB that CloudWatch Logs takes. */
  public static final int MOST_IDS = 1000;

  /** An environment that waited as long for its first invocation had not been started for it. */
  private static final long PROACTIVE_NS = TimeUnit.MILLISECONDS.toNanos(50);

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  public HandledLine {
    ids = List.copyOf(ids);
  }

  /** The line, with its newline. */
  public String format() {
    try {
      return PREFIX + JSON.writeValueAsString(this) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a log event; empty where it is another one, or cut off. */
  public static Optional<HandledLine> parse(String message) {
    int start = message.indexOf(PREFIX + "{");
    if (start < 0) {
      return Optional.empty();
    }
    try {
      var json = message.substring(start + PREFIX.length());
      var line = JSON.readValue(json, HandledLine.class);
      return Optional.of(line).filter(HandledLine::isWhole);
    } catch (JsonProcessingException foreign) {
      return Optional.empty();
    }
  }

  private boolean isWhole() {
    return requestId != null
        && marker != null
        && (keys == null || keys.size() == ids.size())
        && (arrivedMs == null || arrivedMs.size() == ids.size());
  }

  /** One for each event. */
  public List<Handling> handlings(String logStream) {
    var temperature = temperature();
    var handlings = new ArrayList<Handling>();
    for (int i = 0; i < ids.size(); i++) {
      handlings.add(
          new Handling(
              ids.get(i),
              requestId,
              logStream,
              failed,
              marker.startedAtNs(),
              marker.endedAtNs(),
              place(i),
              temperature));
    }
    return handlings;
  }

  private Handling.Place place(int i) {
    return new Handling.Place(
        batchSize,
        first + i,
        shard,
        keys == null ? null : keys.get(i),
        arrivedMs == null ? null : arrivedMs.get(i));
  }

  private Temperature temperature() {
    if (!marker.isFirst()) {
      return Temperature.WARM;
    }
    boolean hasWaited = marker.startedAtNs() - marker.initializedAtNs() > PROACTIVE_NS;
    return hasWaited && marker.initializationType() != InitializationType.SNAP_START
        ? Temperature.PROACTIVE
        : Temperature.COLD;
  }
}
