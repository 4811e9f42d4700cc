package dev.thaw.load.trace;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** When a traced function was invoked, as precisely as its trace says. */
public sealed interface TracedArrivals {
  /** How many invocations. */
  long count();

  /** The part of it from one instant up to another, which counts from there. */
  TracedArrivals between(long fromNs, long toNs);

  /** Instants in ns from the trace's start, in order. */
  record Instants(long[] offsetsNs) implements TracedArrivals {
    @Override
    public long count() {
      return offsetsNs.length;
    }

    @Override
    public Instants between(long fromNs, long toNs) {
      return new Instants(
          LongStream.of(offsetsNs)
              .filter(ns -> ns >= fromNs && ns < toNs)
              .map(ns -> ns - fromNs)
              .toArray());
    }
  }

  /**
   * How many in which minutes, counted from 0 at the trace's start; minutes without any are left
   * out.
   */
  record MinuteCounts(int[] minutes, int[] counts) implements TracedArrivals {
    /** A minute in ns. */
    public static final long MINUTE_NS = 60_000_000_000L;

    /** From the counts of all minutes. */
    static MinuteCounts of(int[] all) {
      var minutes = IntStream.range(0, all.length).filter(minute -> all[minute] > 0).toArray();
      return new MinuteCounts(minutes, IntStream.of(minutes).map(minute -> all[minute]).toArray());
    }

    @Override
    public long count() {
      return Arrays.stream(counts).asLongStream().sum();
    }

    /** Whole minutes: those that begin in it. */
    @Override
    public MinuteCounts between(long fromNs, long toNs) {
      var kept =
          IntStream.range(0, minutes.length)
              .filter(i -> minutes[i] * MINUTE_NS >= fromNs && minutes[i] * MINUTE_NS < toNs)
              .toArray();
      int first = Math.toIntExact((fromNs + MINUTE_NS - 1) / MINUTE_NS);
      return new MinuteCounts(
          IntStream.of(kept).map(i -> minutes[i] - first).toArray(),
          IntStream.of(kept).map(i -> counts[i]).toArray());
    }
  }
}
