package dev.thaw.engine.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Pages in the order of names, whatever comes or goes between them. */
final class PageTest {
  private static Page<String> page(Stream<String> all, String token) {
    return Page.of(all, Function.identity(), token, 2);
  }

  @Test
  void goesOnBehindTheLastItemShown() {
    var first = Page.of(Stream.of("c", "a", "d"), Function.identity(), null, 2);
    assertThat(first.items()).containsExactly("a", "c");
    // Meanwhile c went and b came.
    var second = page(Stream.of("a", "b", "d"), String.valueOf(first.next()));
    assertThat(second.items()).containsExactly("d");
    assertThat(second.next()).isNull();
  }

  @Test
  void endsWithAFullPage() {
    assertThat(Page.of(Stream.of("a", "b"), Function.identity(), null, 2).next()).isNull();
  }

  @Test
  void refusesATokenOfSomethingElse() {
    assertThatThrownBy(() -> page(Stream.of("a"), "no token!"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
