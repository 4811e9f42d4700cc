package dev.thaw.load;

import dev.thaw.invocation.Notation;
import java.time.Duration;
import java.util.PrimitiveIterator;
import java.util.stream.LongStream;

/** No arrivals for some time, between others. */
public record Pause(Duration duration) implements ArrivalProcess {
  public Pause {
    ArrivalSyntax.checkDuration(duration);
  }

  @Override
  public PrimitiveIterator.OfLong offsetsNs(long seed) {
    return LongStream.empty().iterator();
  }

  @Override
  public String toString() {
    return "pause " + Notation.time(duration);
  }
}
