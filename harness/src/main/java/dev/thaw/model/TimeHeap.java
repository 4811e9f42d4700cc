package dev.thaw.model;

import java.util.Arrays;

/**
 * Things in the order of their instants: a heap with four children for each node, whose keys lie
 * apart from the things, so that a comparison costs one load. Things of the same instant come in an
 * order that is always the same, but not in that of their arrival.
 */
final class TimeHeap<T> {
  /** The first instant when there is none. */
  static final long NEVER = Long.MAX_VALUE;

  private static final int CHILDREN = 4;
  private static final int FEW = 16;

  /** Beyond the last thing all are {@link #NEVER}, so that four children can always be compared. */
  private long[] instants = new long[FEW];

  private Object[] things = new Object[FEW];
  private int size;

  TimeHeap() {
    Arrays.fill(instants, NEVER);
  }

  int size() {
    return size;
  }

  /** The earliest instant; {@link #NEVER} when empty. */
  long firstNs() {
    return instants[0];
  }

  /** The thing of the earliest instant. */
  T first() {
    return get(0);
  }

  /** The thing at an index below the size; only the one at 0 has a meaning. */
  @SuppressWarnings("unchecked") // only add puts something in
  T get(int index) {
    return (T) things[index];
  }

  long instantNs(int index) {
    return instants[index];
  }

  void add(long instantNs, T thing) {
    if (size + CHILDREN >= instants.length) {
      grow();
    }
    int hole = size++;
    while (hole > 0) {
      int parent = (hole - 1) / CHILDREN;
      if (instantNs >= instants[parent]) {
        break;
      }
      instants[hole] = instants[parent];
      things[hole] = things[parent];
      hole = parent;
    }
    instants[hole] = instantNs;
    things[hole] = thing;
  }

  T removeFirst() {
    var first = first();
    int last = --size;
    long instantNs = instants[last];
    var thing = things[last];
    instants[last] = NEVER;
    if (last > 0) {
      sink(instantNs, thing);
    }
    return first;
  }

  /** Gives the first thing another instant; free when it is the only one. */
  void moveFirst(long instantNs) {
    sink(instantNs, things[0]);
  }

  private void sink(long instantNs, Object thing) {
    var instants = this.instants;
    var things = this.things;
    int hole = 0;
    int child = 1;
    while (child < size) {
      long first = instants[child];
      long second = instants[child + 1];
      long third = instants[child + 2];
      long fourth = instants[child + 3];
      // Values and indexes apart: a processor finds them at the same time, and without branches.
      long left = Math.min(first, second);
      long right = Math.min(third, fourth);
      long least = Math.min(left, right);
      if (instantNs <= least) {
        break;
      }
      int ofLeft = first <= second ? child : child + 1;
      int ofRight = third <= fourth ? child + 2 : child + 3;
      int ofLeast = left <= right ? ofLeft : ofRight;
      instants[hole] = least;
      things[hole] = things[ofLeast];
      hole = ofLeast;
      child = CHILDREN * hole + 1;
    }
    instants[hole] = instantNs;
    things[hole] = thing;
  }

  private void grow() {
    int old = instants.length;
    instants = Arrays.copyOf(instants, 2 * old);
    Arrays.fill(instants, old, instants.length, NEVER);
    things = Arrays.copyOf(things, 2 * old);
  }
}
