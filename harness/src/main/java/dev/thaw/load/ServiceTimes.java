package dev.thaw.load;

/**
 * What an invocation's time is made of, all in ms. A cold start takes hidden + init + cold
 * duration, a warm invocation the warm duration; the caller waits for the round trip on top of
 * either. While it takes hidden, init or duration its environment is busy and its concurrency is
 * used.
 *
 * @param hidden placement, download and unpacking: what no log line of Lambda shows
 * @param init Init (or Restore) Duration
 * @param coldDuration Duration of the first invocation of an environment
 * @param warmDuration Duration of any later one
 * @param roundTrip client latency that is none of the others: network and front end
 */
public record ServiceTimes(
    Distribution hidden,
    Distribution init,
    Distribution coldDuration,
    Distribution warmDuration,
    Distribution roundTrip) {

  /** Nothing but durations: no init, nothing hidden, no way to go. */
  public static ServiceTimes ofDurations(Distribution cold, Distribution warm) {
    var none = new ConstantTime(0);
    return new ServiceTimes(none, none, cold, warm, none);
  }
}
