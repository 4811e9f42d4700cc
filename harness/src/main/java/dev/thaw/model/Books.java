package dev.thaw.model;

/**
 * What must hold at the end of any simulation of a function; if not, the model is wrong.
 *
 * @param counted what became of the load that counts
 * @param warmUp and of the load that does not
 */
record Books(String function, Tally counted, Tally warmUp, Meter meter, Lifespans lifespans) {
  /** An {@link IllegalStateException} with the numbers if something does not add up. */
  void check(long endNs) {
    checkInvocations();
    checkEnvironments(endNs);
    // Little: the mean of what runs is the rate of what is served times its mean time.
    same("ns busy = ns running", lifespans.busyNs(), meter.running.exactNs());
  }

  private void checkInvocations() {
    same("arrivals = served + throttled", counted.arrivals(), outcomes(counted));
    same("arrivals = served + throttled of warm-ups", warmUp.arrivals(), outcomes(warmUp));
    same("arrivals by window", counted.arrivals() + warmUp.arrivals(), meter.arrivals());
    same("cold starts by window", counted.cold() + warmUp.cold(), meter.cold());
    same("cold starts = environments created", meter.cold(), lifespans.created());
  }

  private static long outcomes(Tally tally) {
    return tally.served() + tally.throttled();
  }

  private void checkEnvironments(long endNs) {
    long alive = (long) meter.running.now() + meter.idle.now();
    same("created = ended + alive", lifespans.created(), lifespans.ended() + alive);
    long sinceCreation = meter.running.exactNs() + meter.idle.exactNs();
    same("ns lived = ns running + idle", lifespans.livedNs(endNs), sinceCreation);
    atLeastNone("running", meter.running.now());
    atLeastNone("idle", meter.idle.now());
    atLeastNone("provisioned", meter.provisioned.now());
    atLeastNone("provisioned running", meter.provisionedRunning.now());
    atLeastNone("alive", lifespans.alive());
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
