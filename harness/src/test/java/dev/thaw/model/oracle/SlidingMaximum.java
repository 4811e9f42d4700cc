package dev.thaw.model.oracle;

import java.util.ArrayDeque;
import java.util.PriorityQueue;

/**
 * Which arrivals are cold when the most recently used environment serves first and idle ones are
 * kept for a fixed time: those by which the number of busy environments exceeds its maximum over
 * that time before. Environments do not occur in it: with a stack of idle ones, that which serves
 * when the k-th becomes busy is the one that was freed when the k-th last became free, and it has
 * expired if fewer than k were busy ever since.
 *
 * <p>Any service times, cold or warm: the instants at which invocations end are told.
 */
public final class SlidingMaximum {
  private final long keepAliveNs;
  private final PriorityQueue<Long> endsNs = new PriorityQueue<>();

  /** Levels that were left for a lower one within the keep-alive, each below the one before it. */
  private final ArrayDeque<Left> left = new ArrayDeque<>();

  /** A number of busy environments, and when it was last held. */
  private record Left(int busy, long atNs) {}

  public SlidingMaximum(long keepAliveNs) {
    this.keepAliveNs = keepAliveNs;
  }

  /** Whether an arrival is cold; arrivals come in ascending order, and {@link #serve} follows. */
  public boolean isCold(long nowNs) {
    // Whoever arrives at the instant at which another ends finds its environment free.
    while (!endsNs.isEmpty() && endsNs.element() <= nowNs) {
      leave(new Left(endsNs.size(), endsNs.element()));
      endsNs.remove();
    }
    while (!left.isEmpty() && nowNs - left.getFirst().atNs() >= keepAliveNs) {
      left.removeFirst();
    }
    return left.isEmpty() || left.getFirst().busy() <= endsNs.size();
  }

  /** The arrival that was just asked about is served until then. */
  public void serve(long endNs) {
    endsNs.add(endNs);
  }

  private void leave(Left level) {
    while (!left.isEmpty() && left.getLast().busy() <= level.busy()) {
      left.removeLast();
    }
    left.addLast(level);
  }
}
