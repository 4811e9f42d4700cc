package dev.thaw.experiment.protocol;

import dev.thaw.engine.PlatformSettings;
import dev.thaw.experiment.Phase;
import dev.thaw.invocation.Clock;
import java.time.Duration;
import java.util.List;

/**
 * How long a run will still take: the load that is still to be sent, and the cycles still to come
 * at the pace of those so far.
 */
public final class TimeLeft {
  private static final Duration FIRST_GUESS = Duration.ofMillis(900);

  private final Clock clock;
  private Duration load = Duration.ZERO;
  private long cyclesLeft;
  private long cyclesDone;
  private long cyclesTookNs;
  private long cycleStartNs;

  /** At the start of a run. */
  public TimeLeft(Clock clock, List<Phase> phases, int variants, PlatformSettings platform) {
    this.clock = clock;
    for (var phase : phases) {
      load = load.plus(phase.duration().multipliedBy(variants));
      if (phase instanceof Phase.Forcing forcing) {
        cyclesLeft += (long) forcing.cycles() * variants;
      } else if (phase instanceof Phase.IdleGaps idle) {
        load = load.plus(platform.onClock(idle.idle()).multipliedBy(variants));
      }
    }
  }

  void cycleStarts() {
    cycleStartNs = clock.nanoTime();
  }

  void cycleEnds(boolean isKept) {
    cyclesTookNs += clock.nanoTime() - cycleStartNs;
    cyclesDone++;
    cyclesLeft -= isKept ? 1 : 0;
  }

  void loadSent(Duration duration) {
    load = load.minus(duration);
  }

  public Duration left() {
    var pace = cyclesDone == 0 ? FIRST_GUESS : Duration.ofNanos(cyclesTookNs / cyclesDone);
    return load.plus(pace.multipliedBy(cyclesLeft));
  }
}
