package dev.thaw.load;

import java.util.NoSuchElementException;
import java.util.PrimitiveIterator;

/** Offsets of arrivals in ns, each worked out when it is asked for. */
abstract class Offsets implements PrimitiveIterator.OfLong {
  /** What {@link #advance} gives when there are no more. */
  static final long END = Long.MAX_VALUE;

  private long next;
  private boolean isNextKnown;

  /** The next offset, or {@link #END}; not called again after that. */
  abstract long advance();

  @Override
  public final boolean hasNext() {
    if (!isNextKnown) {
      next = advance();
      isNextKnown = true;
    }
    return next != END;
  }

  @Override
  public final long nextLong() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    isNextKnown = false;
    return next;
  }
}
