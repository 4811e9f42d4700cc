package dev.thaw.engine.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The order of keys against that of their encoded bytes. */
final class Utf8OrderTest {
  @Test
  void isTheOrderOfTheEncodedBytes() {
    // U+FFFD is encoded as EF BF BD and the emoji as F0 9F 98 80, but its first half is U+D83D.
    var keys =
        List.of("", "a", "a/b", "aa", "é", "\uFFFD", "\uE000", "\uD83D\uDE00", "\uD83D\uDE01", "z");
    for (var left : keys) {
      for (var right : keys) {
        int expected = Arrays.compareUnsigned(left.getBytes(UTF_8), right.getBytes(UTF_8));
        assertThat(Integer.signum(Utf8Order.BYTES.compare(left, right)))
            .as("%s and %s", left, right)
            .isEqualTo(Integer.signum(expected));
      }
    }
  }
}
