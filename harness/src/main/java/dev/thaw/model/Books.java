package dev.thaw.model;

/** What must hold at the end of any simulation of a function; if not, the model is wrong. */
record Books(String function, Meter meter) {

  /** Everything that arrived was served or throttled, and counted once in the windows. */
  void checkInvocations(Tally counted, Tally warmUp) {
    same("arrivals = served + throttled", counted.arrivals(), outcomes(counted));
    same("arrivals = served + throttled of warm-ups", warmUp.arrivals(), outcomes(warmUp));
    same("arrivals by window", counted.arrivals() + warmUp.arrivals(), meter.arrivals());
    same("cold starts by window", counted.cold() + warmUp.cold(), meter.cold());
  }

  private static long outcomes(Tally tally) {
    return tally.served() + tally.throttled();
  }

  /**
   * Environments that came are there or have gone; what they lived and worked is what was seen of
   * them over time. That is Little's law: the mean of what runs is the rate of what is served times
   * its mean time.
   */
  void checkEnvironments(Lifespans onDemand, Lifespans provisioned) {
    same("cold starts = environments created", meter.cold(), onDemand.created());
    long alive = (long) meter.running.now() + meter.idle.now();
    same("created = ended + alive", onDemand.created(), onDemand.ended() + alive);
    long seenNs = meter.running.exactNs() + meter.idle.exactNs();
    same("ns lived = ns running + idle", onDemand.livedNs(meter.endNs()), seenNs);
    same("ns busy = ns running", onDemand.busyNs(), meter.running.exactNs());
    long provisionedNs = meter.provisionedRunning.exactNs();
    same("provisioned ns busy = ns running", provisioned.busyNs(), provisionedNs);
    for (var level : meter.levels()) {
      atLeastNone(level.name(), level.now());
    }
  }

  private void same(String law, long left, long right) {
    if (left != right) {
      throw violated("%s: %d is not %d".formatted(law, left, right));
    }
  }

  private void atLeastNone(String what, long number) {
    if (number < 0) {
      throw violated("%s: %d is negative".formatted(what, number));
    }
  }

  private IllegalStateException violated(String law) {
    return new IllegalStateException("the books of %s do not balance: %s".formatted(function, law));
  }
}
