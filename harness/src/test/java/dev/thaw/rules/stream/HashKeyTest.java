package dev.thaw.rules.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HashKeyTest {
  /** The MD5 of "a" begins with 0c, of "b" with 92, of "c" with 4a: 12, 146 and 74 of 256. */
  @ParameterizedTest
  @CsvSource({"a, 1, 0", "a, 2, 0", "b, 2, 1", "b, 3, 1", "b, 4, 2", "c, 2, 0", "c, 4, 1"})
  void choosesTheShardByTheMd5OfThePartitionKey(String key, int shards, int shard) {
    assertThat(HashKey.of(key).shard(shards)).isEqualTo(shard);
  }

  /** 2^128 / 3 = 113427455640312821154458202477256070485.3. */
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "113427455640312821154458202477256070484, 0",
    "113427455640312821154458202477256070485, 1",
    "226854911280625642308916404954512140969, 1",
    "226854911280625642308916404954512140970, 2",
    "340282366920938463463374607431768211455, 2"
  })
  void threeShardsShareTheRangeEvenly(String value, int shard) {
    assertThat(new HashKey(new BigInteger(value)).shard(3)).isEqualTo(shard);
  }

  /** The MD5 of "a" ends with 69772661. */
  @Test
  void theLastBitsTellLanesApart() {
    assertThat(HashKey.of("a").lane()).isEqualTo(0x69772661);
  }

  @Test
  void refusesWhatIsNoHashKey() {
    assertThatThrownBy(() -> new HashKey(BigInteger.ONE.shiftLeft(128)))
        .hasMessage("a hash key is 0 to 2^128 - 1, not 340282366920938463463374607431768211456");
    assertThatThrownBy(() -> new HashKey(BigInteger.valueOf(-1))).hasMessageEndingWith("not -1");
  }
}
