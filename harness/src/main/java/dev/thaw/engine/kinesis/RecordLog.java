package dev.thaw.engine.kinesis;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A shard's records that are still kept, by their position. Not thread-safe. */
final class RecordLog {
  private static final int SMALLEST = 64;

  private @Nullable StoredRecord[] ring = new @Nullable StoredRecord[SMALLEST];
  private long first;
  private long next;

  /** The position that the next record will have. */
  long next() {
    return next;
  }

  /** The position of the oldest record kept, or of the next one. */
  long first() {
    return first;
  }

  boolean isEmpty() {
    return first == next;
  }

  void add(StoredRecord record) {
    if (next - first == ring.length) {
      resize(ring.length * 2);
    }
    ring[slot(next++)] = record;
  }

  StoredRecord get(long position) {
    var record = position < first || position >= next ? null : ring[slot(position)];
    if (record == null) {
      throw new IllegalArgumentException("no record is kept at " + position);
    }
    return record;
  }

  StoredRecord removeFirst() {
    var record = get(first);
    ring[slot(first++)] = null;
    if (ring.length > SMALLEST && next - first < ring.length / 4) {
      resize(ring.length / 2);
    }
    return record;
  }

  /** The least position whose record satisfies that, given that all later ones do, too. */
  long search(Predicate<StoredRecord> isFound) {
    long low = first;
    long high = next;
    while (low < high) {
      long middle = (low + high) >>> 1;
      if (isFound.test(get(middle))) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  List<StoredRecord> range(long from, int most) {
    long start = Math.max(from, first);
    int count = (int) Math.max(0, Math.min(most, next - start));
    var records = new StoredRecord[count];
    for (int i = 0; i < count; i++) {
      records[i] = get(start + i);
    }
    return Arrays.asList(records);
  }

  private int slot(long position) {
    return (int) (position & (ring.length - 1));
  }

  private void resize(int length) {
    var larger = new @Nullable StoredRecord[length];
    for (long position = first; position < next; position++) {
      larger[(int) (position & (length - 1))] = ring[slot(position)];
    }
    ring = larger;
  }
}
