package dev.thaw.engine.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.engine.time.PlatformTime;
import dev.thaw.invocation.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;

/** What a shard keeps and for how long, on a clock that is set by hand. */
final class ShardTest {
  private static final long HOUR_NS = Duration.ofHours(1).toNanos();

  private final SetClock clock = new SetClock();
  private final PlatformTime time = new PlatformTime(clock, 1);

  private static final class SetClock implements Clock {
    private long nowNs;

    @Override
    public long nanoTime() {
      return nowNs;
    }

    @Override
    public Instant now() {
      return Instant.EPOCH.plusNanos(nowNs);
    }

    @Override
    public void sleep(Duration duration) {
      nowNs += duration.toNanos();
    }
  }

  @AfterEach
  void close() {
    time.close();
  }

  private Shard shard(Shelf.Memory memory) {
    return new Shard(
        new StreamName("eu-west-1", "111111111111", "s"),
        new Shard.Origin(0, HashRange.even(1).get(0), List.of(), 1_700_000_000),
        new Shelf(clock, time, () -> Duration.ofHours(24), memory));
  }

  private static NewRecord record(int bytes) {
    return NewRecord.of("k", SdkBytes.fromByteArray(new byte[bytes]), null);
  }

  private static List<Long> positions(Shard shard) {
    return shard.read(Shard.HORIZON, 1_000).stream().map(StoredRecord::position).toList();
  }

  @Test
  void recordsAreGoneAfterTheRetentionPeriod() {
    var memory = Shelf.Memory.of(1_000_000);
    var shard = shard(memory);
    for (int hour = 0; hour < 30; hour++) {
      clock.nowNs = hour * HOUR_NS;
      shard.put(record(10));
    }

    // At hour 29 those of the hours 0 to 4 are older than 24 hours.
    assertThat(positions(shard)).hasSize(25).startsWith(5L);
    clock.nowNs = 100 * HOUR_NS;
    assertThat(positions(shard)).isEmpty();
    assertThat(memory.used()).hasValue(0);
  }

  @Test
  void theOldestGoEarlyWhenAllStreamsHoldTooMuch() {
    // 799 bytes of data, 1 of the key and 200 of overhead each.
    var shard = shard(Shelf.Memory.of(5_000));
    for (int i = 0; i < 100; i++) {
      shard.put(record(799));
    }

    assertThat(positions(shard)).containsExactly(95L, 96L, 97L, 98L, 99L);
  }

  @Test
  void whoeverWaitsIsToldOnceOfMoreAndOfTheEnd() {
    var shard = shard(Shelf.Memory.of(1_000_000));
    var told = new ArrayList<String>();
    shard.whenMore(Shard.HORIZON, () -> told.add("first"));
    assertThat(told).isEmpty();
    shard.put(record(1));
    shard.put(record(1));
    assertThat(told).containsExactly("first");
    shard.whenMore(0, () -> told.add("at once"));
    shard.whenMore(1, () -> told.add("end"));
    assertThat(shard.isEnded(1)).isFalse();
    shard.close();

    assertThat(told).containsExactly("first", "at once", "end");
    assertThat(shard.isEnded(0)).isFalse();
    assertThat(shard.isEnded(1)).isTrue();
    assertThat(shard.put(record(1))).isEmpty();
  }

  @Test
  void sequenceNumbersGrowAndTellTheirPlace() {
    var before = new SequenceNumber(1_700_000_000, 7, 255).toString();
    var after = new SequenceNumber(1_700_000_000, 7, 256).toString();

    assertThat(before).hasSize(56).startsWith("49");
    assertThat(after).isGreaterThan(before);
    assertThat(SequenceNumber.parse(after)).contains(new SequenceNumber(1_700_000_000, 7, 256));
    assertThat(SequenceNumber.parse("0" + after)).isEmpty();
    assertThat(SequenceNumber.parse("5")).isEmpty();
    assertThat(SequenceNumber.parse("")).isEmpty();
  }
}
