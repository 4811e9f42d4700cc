package dev.thaw.load;

import dev.thaw.load.trace.TraceException;
import dev.thaw.load.trace.TraceExtract;
import dev.thaw.load.trace.TracedArrivals;
import java.time.Duration;
import java.util.Optional;
import java.util.PrimitiveIterator;
import org.jspecify.annotations.Nullable;

/**
 * Arrivals as they were recorded: of one function of a trace, or of all together. The file is read
 * once, when this is made.
 */
public final class TraceArrivals implements ArrivalProcess {
  static final String EXAMPLE = "trace FILE [function NAME] [from 2 h] [for 10 min] [speed 10x]";

  private final TraceExtract extract;
  private final TracedArrivals arrivals;
  private final Duration duration;

  /** What was read of that extract of a trace that lasted so long. */
  public TraceArrivals(TraceExtract extract, TracedArrivals arrivals, Duration traced) {
    if (arrivals.count() == 0) {
      throw new IllegalArgumentException("'%s' has no invocations".formatted(extract));
    }
    this.extract = extract;
    this.arrivals = arrivals;
    duration = Duration.ofNanos((long) (traced.toNanos() / extract.speed()));
  }

  /** Reads that part of a file; what cannot be used is a {@link TraceException}. */
  public static TraceArrivals read(TraceExtract extract) {
    var trace = extract.read();
    return new TraceArrivals(extract, trace.merged(), trace.duration());
  }

  /** Reads the file that a text names, if it is a trace's text. */
  static Optional<ArrivalProcess> read(String text) {
    return TraceExtract.parse(text).map(TraceArrivals::read);
  }

  @Override
  public PrimitiveIterator.OfLong offsetsNs(long seed) {
    return arrivals instanceof TracedArrivals.Instants instants
        ? replay(instants.offsetsNs())
        : new MinuteOffsets((TracedArrivals.MinuteCounts) arrivals, extract, seed);
  }

  private PrimitiveIterator.OfLong replay(long[] offsetsNs) {
    double speed = extract.speed();
    return new Offsets() {
      private int sent;

      @Override
      long advance() {
        return sent < offsetsNs.length ? (long) (offsetsNs[sent++] / speed) : END;
      }
    };
  }

  @Override
  public Duration duration() {
    return duration;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TraceArrivals that && extract.equals(that.extract);
  }

  @Override
  public int hashCode() {
    return extract.hashCode();
  }

  @Override
  public String toString() {
    return extract.toString();
  }
}
