package dev.thaw.results;

import dev.thaw.invocation.Invocation;
import dev.thaw.invocation.ReportLine;
import java.util.stream.Stream;

/** An invocation with its REPORT, and the parts that its time is made of, in ms. */
public record Reported(Invocation invocation, ReportLine report) {
  /** Those of the invocations that have a REPORT. */
  public static Stream<Reported> of(Stream<Invocation> invocations) {
    return invocations.flatMap(
        invocation -> {
          var platform = invocation.platform();
          return platform == null
              ? Stream.of()
              : Stream.of(new Reported(invocation, platform.report()));
        });
  }

  /** From the intended time to the answer. */
  public double clientMs() {
    return invocation.request().timing().latencyMs();
  }

  /** Init or Restore Duration; 0 when it was warm. */
  public double initMs() {
    return (report.initMs() == null ? 0 : report.initMs())
        + (report.restoreMs() == null ? 0 : report.restoreMs());
  }

  public double durationMs() {
    return report.durationMs();
  }

  /** What the client waited beyond init and duration. */
  public double outsideMs() {
    return clientMs() - initMs() - durationMs();
  }

  /** Whether its REPORT has an Init or Restore Duration. */
  public boolean hasInit() {
    return report.isCold();
  }
}
