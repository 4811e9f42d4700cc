package dev.thaw.rules.environment;

import java.util.List;
import java.util.OptionalLong;

/**
 * The course of one invocation, in ns.
 *
 * @param initReports inits that timed out on the way, each an INIT_REPORT of the log
 * @param initNs Init Duration (or, of a snapshot, Restore Duration) of the REPORT; empty where it
 *     has none
 * @param durationNs Duration of the REPORT
 * @param waitNs how long the environment is busy and the caller waits
 */
public record Course(
    List<InitReport> initReports,
    OptionalLong initNs,
    long durationNs,
    long waitNs,
    InvocationEnd end) {
  public Course {
    initReports = List.copyOf(initReports);
  }
}
