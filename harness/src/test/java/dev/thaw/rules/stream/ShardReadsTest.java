package dev.thaw.rules.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ShardReadsTest {
  private static final int MB = 1 << 20;
  private static final long MS = 1_000_000;

  private final ShardReads shard = new ShardReads(0);

  @Test
  void canBeReadFiveTimesPerSecond() {
    for (int read = 0; read < 5; read++) {
      assertThat(shard.read(0)).isTrue();
    }

    assertThat(shard.read(0)).isFalse();
    assertThat(shard.read(199 * MS)).isFalse();
    assertThat(shard.read(201 * MS)).isTrue();
  }

  @Test
  void givesTwoMegabytesPerSecond() {
    shard.read(0);
    shard.took(MB, 0);
    assertThat(shard.read(0)).isTrue();
    shard.took(MB, 0);

    assertThat(shard.read(0)).isFalse();
    assertThat(shard.read(10 * MS)).isTrue();
  }

  @Test
  void isBusyForFiveSecondsAfterTenMegabytes() {
    shard.read(0);
    shard.took(10 * MB, 0);

    assertThat(shard.read(4_999 * MS)).isFalse();
    assertThat(shard.read(5_000 * MS)).isTrue();
  }
}
