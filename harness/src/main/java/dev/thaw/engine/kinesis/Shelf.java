package dev.thaw.engine.kinesis;

import dev.thaw.engine.time.PlatformTime;
import dev.thaw.invocation.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * What a stream's shards keep records by: the clocks, how long, and how much all streams together
 * may hold before the oldest records go early. Thread-safe.
 */
record Shelf(Clock clock, PlatformTime time, Supplier<Duration> retention, Memory memory) {
  // What a record takes beyond its data and its key.
  private static final int OVERHEAD = 200;

  /** What the records of all streams take and may take. */
  record Memory(AtomicLong used, long mostBytes) {
    static Memory of(long mostBytes) {
      return new Memory(new AtomicLong(), mostBytes);
    }
  }

  void added(int bytes) {
    memory.used().addAndGet(bytes + OVERHEAD);
  }

  void removed(int bytes) {
    memory.used().addAndGet(-bytes - OVERHEAD);
  }

  boolean isFull() {
    return memory.used().get() > memory.mostBytes();
  }

  /** Records that arrived before this instant of platform time are gone. */
  long horizonNs() {
    return time.nowNs() - retention.get().toNanos();
  }
}
