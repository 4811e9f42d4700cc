package dev.thaw.invocation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request joined with what the platform logged of it, the temperature that follows, and what the
 * function's log says of its event, in the order of handling.
 *
 * @param platform absent of a batch of several events, which share one
 */
public record Invocation(
    Request request,
    @Nullable PlatformRecord platform,
    Temperature temperature,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<Handling> handlings) {
  public Invocation {
    handlings = List.copyOf(handlings);
  }

  /** One of which the function's log says nothing. */
  public Invocation(Request request, @Nullable PlatformRecord platform, Temperature temperature) {
    this(request, platform, temperature, List.of());
  }

  /** The first handling that did not fail. */
  @JsonIgnore
  public Optional<Handling> handled() {
    return handlings.stream().filter(handling -> !handling.isFailed()).findFirst();
  }

  /**
   * The environment that served it, if that is known: a log stream has one environment's lines;
   * without it the function's own marker tells.
   */
  public Optional<String> environment() {
    if (platform != null && !platform.logStream().isEmpty()) {
      return Optional.of(platform.logStream());
    }
    return Optional.ofNullable(request.answer().marker()).map(Marker::environmentId);
  }
}
