package dev.thaw.load;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Arrival processes one after the other, each from where the duration of the last one ends. */
public record SequenceArrivals(List<ArrivalProcess> parts) implements ArrivalProcess {
  static final String THEN = " then ";

  /** Sequences among the parts are opened, as their text would be. */
  public SequenceArrivals {
    parts =
        parts.stream()
            .flatMap(
                part -> part instanceof SequenceArrivals s ? s.parts.stream() : Stream.of(part))
            .toList();
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a sequence of arrival processes has at least one");
    }
    var whole = total(parts);
    if (!whole.isZero()) {
      ArrivalSyntax.checkDuration(whole);
    }
  }

  private static Duration total(List<ArrivalProcess> parts) {
    return parts.stream().map(ArrivalProcess::duration).reduce(Duration.ZERO, Duration::plus);
  }

  /** Every part draws from a seed of its own. */
  @Override
  public PrimitiveIterator.OfLong offsetsNs(long seed) {
    return new Chain(parts.iterator(), new SplittableRandom(seed));
  }

  @Override
  public Duration duration() {
    return total(parts);
  }

  @Override
  public String toString() {
    return parts.stream().map(ArrivalProcess::toString).collect(Collectors.joining(THEN));
  }

  private static final class Chain extends Offsets {
    private final Iterator<ArrivalProcess> parts;
    private final SplittableRandom seeds;
    private PrimitiveIterator.OfLong offsets = LongStream.empty().iterator();
    private long startNs;
    private long endNs;

    Chain(Iterator<ArrivalProcess> parts, SplittableRandom seeds) {
      this.parts = parts;
      this.seeds = seeds;
    }

    @Override
    long advance() {
      while (!offsets.hasNext()) {
        if (!parts.hasNext()) {
          return END;
        }
        begin(parts.next());
      }
      return startNs + offsets.nextLong();
    }

    private void begin(ArrivalProcess part) {
      startNs = endNs;
      endNs += part.duration().toNanos();
      offsets = part.offsetsNs(seeds.nextLong());
    }
  }
}
