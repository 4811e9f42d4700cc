package dev.thaw.model;

/**
 * Simulated time: events and arrivals in their order, up to an end. What ends (an invocation, an
 * idle environment) comes before what begins anew at the same instant (a retry, a poll), and both
 * before arrivals.
 */
final class Timeline {
  private final long endNs;
  private final TimeHeap<Event> endings = new TimeHeap<>();
  private final TimeHeap<Event> resumed = new TimeHeap<>();
  private final TimeHeap<ArrivalSource> arrivals = new TimeHeap<>();

  Timeline(long endNs) {
    this.endNs = endNs;
  }

  long endNs() {
    return endNs;
  }

  /** Schedules what ends something. */
  void end(long atNs, Event event) {
    endings.add(atNs, event);
  }

  /** Schedules what begins something: after everything that ends at the same instant. */
  void resume(long atNs, Event event) {
    resumed.add(atNs, event);
  }

  void add(ArrivalSource source) {
    long first = source.nextNs();
    if (first < endNs) {
      arrivals.add(first, source);
    }
  }

  /** Lets everything happen up to the end; arrivals at the very end are not simulated any more. */
  void run() {
    while (isMore()) {
      long arrivalNs = arrivals.firstNs();
      long resumedNs = resumed.firstNs();
      long endingNs = endings.firstNs();
      if (endingNs <= arrivalNs && endingNs <= resumedNs) {
        endings.removeFirst().fire(endingNs);
      } else if (resumedNs <= arrivalNs) {
        resumed.removeFirst().fire(resumedNs);
      } else {
        arrive(arrivalNs);
      }
    }
    leave(endings);
    leave(resumed);
  }

  private boolean isMore() {
    return endings.firstNs() <= endNs || arrivals.firstNs() < endNs || resumed.firstNs() <= endNs;
  }

  private void arrive(long nowNs) {
    var source = arrivals.first();
    source.arrive(nowNs);
    arrivals.moveFirst(source.nextNs());
  }

  private void leave(TimeHeap<Event> events) {
    for (int k = 0; k < events.size(); k++) {
      events.get(k).leftOver(events.instantNs(k), endNs);
    }
  }
}
