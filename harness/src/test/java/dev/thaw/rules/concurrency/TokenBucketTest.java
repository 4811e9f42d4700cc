package dev.thaw.rules.concurrency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class TokenBucketTest {
  private static final long SECOND = 1_000_000_000L;

  private static int taken(TokenBucket bucket, long nowNs) {
    int taken = 0;
    while (bucket.take(nowNs)) {
      taken++;
    }
    return taken;
  }

  @Test
  void startsFullAndIsRefilledUpToItsCapacity() {
    var bucket = new TokenBucket(10, 4, 0);

    assertThat(taken(bucket, 0)).isEqualTo(10);
    assertThat(taken(bucket, SECOND)).isEqualTo(4);
    assertThat(taken(bucket, 100 * SECOND)).isEqualTo(10);
  }

  /** A token every 250 ms, asked for every 100 ms: the first at 300 ms, with half of the next. */
  @Test
  void keepsPartsOfATokenThatWasRefused() {
    var bucket = new TokenBucket(2, 4, 0);
    taken(bucket, 0);
    var at = new StringBuilder();
    for (int i = 1; i <= 10; i++) {
      at.append(bucket.take(i * SECOND / 10) ? 'x' : '.');
    }

    assertThat(at).hasToString("..x.x..x.x");
  }

  /** 100/s in steps of 10 ms is a token each, whatever binary fractions make of it. */
  @Test
  void roundingCostsNoToken() {
    var bucket = new TokenBucket(100, 100, 0);
    taken(bucket, 0);
    int taken = 0;
    for (int i = 1; i <= 100_000; i++) {
      taken += bucket.take(i * SECOND / 100) ? 1 : 0;
    }

    assertThat(taken).isEqualTo(100_000);
  }

  @Test
  void whatWasTakenIsStillMissingAfterAResize() {
    var bucket = new TokenBucket(10, 1, 0);
    for (int i = 0; i < 4; i++) {
      bucket.take(0);
    }
    bucket.resize(20, 2, SECOND);

    assertThat(taken(bucket, SECOND)).as("20 - 4 + 1").isEqualTo(17);
    assertThat(taken(bucket, 2 * SECOND)).isEqualTo(2);
    bucket.resize(5, 1, 2 * SECOND);
    assertThat(taken(bucket, 2 * SECOND)).isZero();
    assertThat(taken(bucket, 5 * SECOND)).isEqualTo(3);
  }

  @Test
  void worksAcrossTheOverflowOfTheClock() {
    long nearTheEnd = Long.MAX_VALUE - SECOND;
    var bucket = new TokenBucket(1, 1, nearTheEnd);

    assertThat(bucket.take(nearTheEnd)).isTrue();
    assertThat(bucket.take(nearTheEnd + SECOND / 2)).isFalse();
    assertThat(bucket.take(nearTheEnd + 2 * SECOND)).isTrue();
  }

  @Test
  void refusesNegativeNumbers() {
    assertThatThrownBy(() -> new TokenBucket(-1, 1, 0))
        .hasMessage("a bucket of -1.0 tokens at 1.0/s: neither can be negative");
    assertThatThrownBy(() -> new TokenBucket(1, Double.NaN, 0)).hasMessageContaining("NaN/s");
  }
}
