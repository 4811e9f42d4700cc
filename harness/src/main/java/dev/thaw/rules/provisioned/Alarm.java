package dev.thaw.rules.provisioned;

/**
 * An alarm that is on after so many data points in a row beyond its threshold. A period without
 * data ends the row: the alarm has insufficient data then.
 */
final class Alarm {
  private final int dataPoints;
  private int inARow;

  Alarm(int dataPoints) {
    this.dataPoints = dataPoints;
  }

  /** Whether the alarm is on after this data point. */
  boolean isOnAfter(boolean isBreaching) {
    inARow = isBreaching ? Math.min(dataPoints, inARow + 1) : 0;
    return inARow == dataPoints;
  }
}
