package dev.thaw.engine.lambda.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.thaw.engine.lambda.function.LambdaError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.model.Filter;
import software.amazon.awssdk.services.lambda.model.FilterCriteria;

/**
 * A mapping's filters: a record is sent to the function if it fits one of them, or if there is
 * none.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html">Event
 *     filtering</a>
 */
public record EventFilter(List<EventPattern> patterns) {
  /** Lets everything through. */
  public static final EventFilter NONE = new EventFilter(List.of());

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  public EventFilter {
    patterns = List.copyOf(patterns);
  }

  /** The filters of a request. */
  public static EventFilter of(@Nullable FilterCriteria criteria) {
    if (criteria == null) {
      return NONE;
    }
    var patterns = new ArrayList<EventPattern>();
    for (Filter filter : criteria.filters()) {
      patterns.add(parse(filter.pattern()));
    }
    return new EventFilter(patterns);
  }

  private static EventPattern parse(@Nullable String pattern) {
    try {
      return EventPattern.of(JSON.readTree(pattern == null ? "" : pattern));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw LambdaError.invalid("Invalid filter pattern definition.");
    }
  }

  /** Whether records need to be looked at. */
  public boolean isEmpty() {
    return patterns.isEmpty();
  }

  public boolean matches(JsonNode record) {
    return patterns.isEmpty() || patterns.stream().anyMatch(pattern -> pattern.matches(record));
  }
}
