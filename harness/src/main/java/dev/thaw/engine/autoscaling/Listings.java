package dev.thaw.engine.autoscaling;

import dev.thaw.engine.protocol.Page;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Application Auto Scaling's lists, of which each answer holds at most 50 items. */
final class Listings {
  private static final int LARGEST = 50;

  private Listings() {}

  static <T> Page<T> page(
      Stream<T> all,
      Function<T, String> name,
      @Nullable String token,
      @Nullable Integer maxResults) {
    try {
      return Page.of(
          all, name, token, Math.min(LARGEST, Optional.ofNullable(maxResults).orElse(LARGEST)));
    } catch (IllegalArgumentException e) {
      throw AutoScalingError.invalid("Invalid NextToken: " + token);
    }
  }

  /** Whether a filter lets that value through; one that was not given lets all. */
  static boolean has(@Nullable String wanted, String value) {
    return wanted == null || wanted.equals(value);
  }

  static boolean has(List<String> wanted, String value) {
    return wanted.isEmpty() || wanted.contains(value);
  }
}
