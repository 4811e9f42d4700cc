package dev.thaw.invocation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request joined with what the platform logged of it, and the temperature that follows. */
public record Invocation(
    Request request, @Nullable PlatformRecord platform, Temperature temperature) {

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
