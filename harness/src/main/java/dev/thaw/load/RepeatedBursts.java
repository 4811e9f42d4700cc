package dev.thaw.load;

import dev.thaw.invocation.Notation;
import java.time.Duration;
import java.util.PrimitiveIterator;

/** A burst every so often, the first at the start. */
public record RepeatedBursts(int size, Duration period, Duration duration)
    implements ArrivalProcess {
  public RepeatedBursts {
    BurstArrivals.checkSize(size);
    ArrivalSyntax.checkDuration(period);
    ArrivalSyntax.checkDuration(duration);
  }

  @Override
  public PrimitiveIterator.OfLong offsetsNs(long seed) {
    long periodNs = period.toNanos();
    long endNs = duration.toNanos();
    return new Offsets() {
      private long burstNs;
      private int sent;

      @Override
      long advance() {
        if (sent == size) {
          sent = 0;
          burstNs += periodNs;
        }
        sent++;
        return burstNs < endNs ? burstNs : END;
      }
    };
  }

  @Override
  public String toString() {
    return "burst %d every %s for %s"
        .formatted(size, Notation.time(period), Notation.time(duration));
  }
}
