package dev.thaw.gatling;

/** Launches the requests of a stretch, each at its intended time, from the calling thread. */
record Pacer(Launcher launcher, StopSignal stop) {
  /** What "as soon as possible" leaves for the first request to be built in. */
  private static final long LEAD_NS = 50_000_000;

  /** Returns when the last request is on its way, or when stopped. */
  void launch(FiredStretch stretch) {
    var fire = stretch.fire();
    long startNs = fire.startNs() == 0 ? stretch.clock().now() + LEAD_NS : fire.startNs();
    var offsets = fire.arrivals().offsetsNs(fire.seed());
    for (long number = 0; offsets.hasNext() && !stop.isRaised(); number++) {
      long intendedNs = startNs + offsets.nextLong();
      if (stretch.share().isOurs(number)) {
        launch(new Flight(stretch, fire.firstIndex() + number, intendedNs));
      }
    }
    stretch.launchedAll();
  }

  /** Everything that can be built is built before the wait. */
  private void launch(Flight flight) {
    var launch = launcher.prepare(flight);
    if (flight.stretch().clock().awaitUntil(flight.intendedNs(), stop)) {
      flight.stretch().launching(flight);
      launch.run();
    }
  }
}
