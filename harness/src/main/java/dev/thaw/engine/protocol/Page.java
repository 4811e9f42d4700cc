package dev.thaw.engine.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One page of a listing in the order of its names; {@code next} asks for the following page. */
public record Page<T>(List<T> items, @Nullable String next) {

  /**
   * The page of at most {@code size} items that {@code token} asks for; the first without one.
   *
   * @throws IllegalArgumentException if the token is none
   */
  public static <T> Page<T> of(
      Stream<T> all, Function<T, String> name, @Nullable String token, int size) {
    var after = Optional.ofNullable(token).map(Page::decode);
    var found =
        all.filter(item -> after.stream().allMatch(last -> name.apply(item).compareTo(last) > 0))
            .sorted(Comparator.comparing(name))
            .limit(size + 1L)
            .toList();
    if (found.size() <= size) {
      return new Page<>(found, null);
    }
    var items = found.subList(0, size);
    return new Page<>(items, encode(name.apply(items.get(size - 1))));
  }

  private static String encode(String name) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(name.getBytes(UTF_8));
  }

  private static String decode(String token) {
    return new String(Base64.getUrlDecoder().decode(token), UTF_8);
  }
}
