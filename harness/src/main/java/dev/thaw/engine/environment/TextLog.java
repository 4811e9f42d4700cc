package dev.thaw.engine.environment;

import dev.thaw.invocation.ReportLine;
import org.jspecify.annotations.Nullable;

/**
 * Lambda's text format. INIT_START is left out of a log tail (recorded 2025-11-24, localstack
 * test_invocation_with_logs); a failed Init phase does show in it (seen in a console log of
 * 2025-02-10).
 */
final class TextLog implements EnvironmentLog {
  private final FunctionVersion function;
  private final LogOutput out;

  TextLog(FunctionVersion function, LogOutput out) {
    this.function = function;
    this.out = out;
  }

  @Override
  public void initStarted(InitPhase phase) {
    if (phase != InitPhase.IN_INVOKE) {
      out.writeToStream(PlatformLines.initStart(function));
    }
  }

  /** Where nobody waits for the init, its report does not come with an invocation's. */
  @Override
  public void initialized(InitPhase phase, long durationNs) {
    if (phase == InitPhase.AHEAD) {
      out.writeToStream(PlatformLines.initReport(durationNs, phase.wire(), "success"));
    }
  }

  @Override
  public void initFailed(InitPhase phase, long durationNs, @Nullable String errorType) {
    out.write(PlatformLines.failedInit(durationNs, phase.wire(), errorType));
  }

  @Override
  public void started(OngoingInvocation invocation) {
    out.write(PlatformLines.start(invocation.requestId(), function));
  }

  @Override
  public void ended(OngoingInvocation invocation, ReportLine report, int answerBytes) {
    out.write(PlatformLines.end(invocation.requestId()));
    var trace = invocation.trace();
    out.write(trace.isSampled() ? report.format() + PlatformLines.trace(trace) : report.format());
  }

  @Override
  public void printed(String line, boolean isOfInvocation) {
    if (isOfInvocation) {
      out.write(line);
    } else {
      out.writeToStream(line);
    }
  }

  @Override
  public String takeTail() {
    return out.takeTail();
  }
}
