package dev.thaw.model;

/**
 * Something that happens at an instant of simulated time. The same object may be scheduled again
 * when it has fired, so that what happens often allocates nothing.
 */
abstract class Event {
  abstract void fire(long nowNs);

  /** The simulation has ended, and this event, which is still to come, will not fire. */
  void leftOver(long atNs, long endNs) {}
}
