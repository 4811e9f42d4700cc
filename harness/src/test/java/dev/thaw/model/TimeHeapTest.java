package dev.thaw.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The heap beside Java's own. */
final class TimeHeapTest {
  private final TimeHeap<Long> heap = new TimeHeap<>();

  @Test
  void isNeverWhenEmpty() {
    assertThat(heap.firstNs()).isEqualTo(TimeHeap.NEVER);
    heap.add(5, 5L);
    assertThat(heap.removeFirst()).isEqualTo(5);
    assertThat(heap.firstNs()).isEqualTo(TimeHeap.NEVER);
    assertThat(heap.size()).isZero();
  }

  @Test
  void givesBackInOrder() {
    List.of(3L, 1L, 4L, 1L, 5L, 9L, 2L, 6L).forEach(instant -> heap.add(instant, instant));
    var inOrder = new ArrayList<Long>();
    while (heap.size() > 0) {
      inOrder.add(heap.removeFirst());
    }
    assertThat(inOrder).containsExactly(1L, 1L, 2L, 3L, 4L, 5L, 6L, 9L);
  }

  @Test
  void movesTheFirst() {
    heap.add(1, 10L);
    heap.add(2, 20L);
    heap.moveFirst(3);
    assertThat(heap.firstNs()).isEqualTo(2);
    assertThat(heap.first()).isEqualTo(20);
    heap.moveFirst(TimeHeap.NEVER);
    assertThat(heap.first()).isEqualTo(10);
  }

  @Test
  void agreesWithPriorityQueue() {
    var random = new SplittableRandom(1);
    var queue = new PriorityQueue<Long>();
    for (int k = 0; k < 20_000; k++) {
      // Grows to some thousands, then shrinks again.
      if (queue.isEmpty() || random.nextInt(20_000) > k) {
        long instant = random.nextLong(1_000);
        queue.add(instant);
        heap.add(instant, instant);
      } else {
        assertThat(heap.firstNs()).isEqualTo(queue.peek());
        assertThat(heap.removeFirst()).isEqualTo(queue.poll());
      }
      assertThat(heap.size()).isEqualTo(queue.size());
    }
  }
}
