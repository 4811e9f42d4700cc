package dev.thaw.experiment.protocol;

import dev.thaw.experiment.Phase;
import dev.thaw.experiment.RunEvent;
import dev.thaw.experiment.RunListener;
import dev.thaw.experiment.Variant;
import dev.thaw.load.ArrivalProcess;
import dev.thaw.load.BurstArrivals;
import dev.thaw.load.GeneratorEvent;
import dev.thaw.results.Stretch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Calls after times of idleness. Each call ends one time of idleness and begins the next; a burst
 * and a warm-up come first and do not count. The times turn round with every round, so that none
 * always follows the same other.
 */
record IdleGapsProtocol(Phase.IdleGaps phase, Stage stage, TimeLeft timeLeft, RunListener listener)
    implements Protocol {

  @Override
  public void run() {
    for (var variant : stage.experiment().variants()) {
      stage.keep(fire(variant, burst()), false, Stretch.WARM_UP);
      stage.keep(fire(variant, phase.warmUp()), false, Stretch.WARM_UP);
      timeLeft.loadSent(phase.warmUp().duration());
      // All environments of the burst have then been idle for as long.
      stage.keep(fire(variant, burst()), false, Stretch.WARM_UP);
      for (int round = 1; round <= phase.rounds(); round++) {
        for (var gap : gaps(round)) {
          wait(variant, gap);
          stage.keep(fire(variant, burst()), true, "");
        }
      }
    }
  }

  private List<Duration> gaps(int round) {
    var gaps = new ArrayList<>(phase.gaps());
    if (round % 2 == 0) {
      Collections.reverse(gaps);
    }
    return gaps;
  }

  private void wait(Variant variant, Duration gap) {
    listener.on(new RunEvent.Idling(phase.name(), variant.name(), gap, timeLeft.left()));
    stage.deployment().idle(gap);
    timeLeft.loadSent(stage.experiment().platform().onClock(gap));
  }

  private ArrivalProcess burst() {
    return new BurstArrivals(phase.concurrency());
  }

  private GeneratorEvent.Fired fire(Variant variant, ArrivalProcess arrivals) {
    return stage.fire(phase, variant, arrivals, false, seen -> {});
  }
}
