package dev.thaw.engine.environment;

import dev.thaw.invocation.ReportLine;
import org.jspecify.annotations.Nullable;

/**
 * What one environment logs: the platform's events and the function's lines, in one of Lambda's two
 * formats.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-logformat.html">
 *     Log formats</a>
 */
interface EnvironmentLog {
  /** When an initialisation happens. */
  enum InitPhase {
    /** In the Init phase, before the invocation that waits for it. */
    ON_DEMAND("init"),
    /** In the Init phase, ahead of any invocation. */
    AHEAD("init"),
    /** Once more, within an invocation. */
    IN_INVOKE("invoke");

    private final String wire;

    InitPhase(String wire) {
      this.wire = wire;
    }

    /** As Lambda spells it. */
    String wire() {
      return wire;
    }
  }

  void initStarted(InitPhase phase);

  /** The initialisation went well. */
  void initialized(InitPhase phase, long durationNs);

  /** It did not; without an error type it was a timeout. */
  void initFailed(InitPhase phase, long durationNs, @Nullable String errorType);

  /** The invocation begins. */
  void started(OngoingInvocation invocation);

  /** The invocation has ended with an answer of that many bytes. */
  void ended(OngoingInvocation invocation, ReportLine report, int answerBytes);

  /** The function printed a line, of an invocation or between two. */
  void printed(String line, boolean isOfInvocation);

  /** The invocation's text so far; the next one begins empty. */
  String takeTail();
}
