package dev.thaw.rules.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ShardWritesTest {
  private static final int MB = 1 << 20;
  private static final long MS = 1_000_000;

  private final ShardWrites shard = new ShardWrites(0);

  @Test
  void takesAThousandRecordsPerSecond() {
    for (int record = 0; record < 1_000; record++) {
      assertThat(shard.put(1, 0)).isTrue();
    }

    assertThat(shard.put(1, 0)).isFalse();
    assertThat(shard.put(1, MS / 2)).isFalse();
    assertThat(shard.put(1, MS)).isTrue();
    assertThat(shard.put(1, MS)).isFalse();
  }

  @Test
  void takesAMegabytePerSecond() {
    assertThat(shard.put(MB, 0)).isTrue();
    assertThat(shard.put(MB / 4, 249 * MS)).isFalse();
    assertThat(shard.put(MB / 4, 250 * MS)).isTrue();
  }

  @Test
  void aLargeRecordIsTakenByARestedShardAndWorkedOff() {
    assertThat(shard.put(3 * MB, 0)).isTrue();

    // Two seconds to be even again, and one more for the next megabyte.
    assertThat(shard.put(MB, 2_999 * MS)).isFalse();
    assertThat(shard.put(MB, 3_000 * MS)).isTrue();
  }
}
