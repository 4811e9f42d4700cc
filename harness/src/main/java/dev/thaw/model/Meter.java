package dev.thaw.model;

import dev.thaw.rules.concurrency.Admission;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What is counted of a function over time, whether its load counts or not: environments by what
 * they do, and arrivals, cold starts and throttles by window. The window only ever moves forward.
 */
final class Meter {
  /** On-demand environments that are busy, init included. */
  final Level running;

  /** On-demand environments that wait. */
  final Level idle;

  /** Provisioned environments that are ready, busy or not. */
  final Level provisioned;

  /** Provisioned environments that are busy. */
  final Level provisionedRunning;

  /** Provisioned environments that are requested, ready or not. */
  final Level requested;

  private final Windows windows;
  private final long[] arrivals;
  private final long[] cold;
  private final Map<Admission, long[]> throttles = new EnumMap<>(Admission.class);
  private int window;
  private long windowEndNs;
  private long lastNs;
  private int most;

  Meter(Windows windows) {
    this.windows = windows;
    this.running = new Level("running", windows.count());
    this.idle = new Level("idle", windows.count());
    this.provisioned = new Level("provisioned", windows.count());
    this.provisionedRunning = new Level("provisioned running", windows.count());
    this.requested = new Level("provisioned requested", windows.count());
    this.arrivals = new long[windows.count()];
    this.cold = new long[windows.count()];
    this.windowEndNs = nextBoundaryNs();
  }

  /** Everything was as it is until now. */
  void advance(long nowNs) {
    while (nowNs >= windowEndNs) {
      closeWindow();
    }
    elapse(nowNs);
  }

  /** The simulation ends: nothing may be counted any more. */
  void close() {
    advance(windows.endNs());
    closeWindow();
  }

  private void elapse(long nowNs) {
    long elapsedNs = nowNs - lastNs;
    running.last(elapsedNs);
    idle.last(elapsedNs);
    provisioned.last(elapsedNs);
    provisionedRunning.last(elapsedNs);
    requested.last(elapsedNs);
    lastNs = nowNs;
  }

  private void closeWindow() {
    elapse(windows.endNs(window));
    long lengthNs = windows.lengthNs(window);
    for (var level : levels()) {
      level.closeWindow(window, lengthNs);
    }
    window++;
    windowEndNs = nextBoundaryNs();
  }

  /** The last window also has what happens at the very end. */
  private long nextBoundaryNs() {
    return window < windows.count() - 1 ? windows.endNs(window) : TimeHeap.NEVER;
  }

  List<Level> levels() {
    return List.of(running, idle, provisioned, provisionedRunning, requested);
  }

  long endNs() {
    return windows.endNs();
  }

  void countArrival() {
    arrivals[window]++;
  }

  void countCold() {
    cold[window]++;
  }

  /** To be called when there are more environments than before. */
  void countMost() {
    most = Math.max(most, running.now() + idle.now());
  }

  void countThrottle(Admission admission) {
    throttles.computeIfAbsent(admission, added -> new long[windows.count()])[window]++;
  }

  /** In all windows. */
  long arrivals() {
    return Arrays.stream(arrivals).sum();
  }

  /** In all windows. */
  long cold() {
    return Arrays.stream(cold).sum();
  }

  Series series() {
    return new Series(
        Duration.ofNanos(windows.lengthNs(0)),
        arrivals,
        cold,
        throttles,
        running.means(),
        idle.means(),
        provisioned.means());
  }

  EnvironmentTimes environments(Lifespans lifespans) {
    return new EnvironmentTimes(
        mean(running),
        mean(idle),
        mean(provisioned),
        mean(provisionedRunning),
        most,
        lifespans.created(),
        lifespans.ended(),
        lifespans.alive(),
        lifespans.meanSeconds());
  }

  private double mean(Level level) {
    return level.integralNs() / windows.endNs();
  }
}
