package dev.thaw.engine.environment;

import java.util.Map;

/** How a runtime's process ended, from its exit value as the JDK gives it. */
record ExitStatus(int value) {
  private static final int SIGNAL_BASE = 128;

  /**
   * Signals in Go's words, which AWS's messages have: seen in public logs, such as "killed" in
   * Sparticuz/chromium#21 and "segmentation fault" in awslabs/aws-lambda-cpp#30.
   */
  private static final Map<Integer, String> SIGNALS =
      Map.of(
          1, "hangup",
          2, "interrupt",
          3, "quit",
          4, "illegal instruction",
          6, "aborted",
          7, "bus error",
          8, "floating point exception",
          9, "killed",
          11, "segmentation fault",
          15, "terminated");

  /** What Lambda says of it; recorded 2025-11-24, localstack test_lambda_runtime_exit. */
  String message() {
    if (value == 0) {
      return "Runtime exited without providing a reason";
    }
    // The JDK reports death by a signal as 128 + signal; an exit value of that size reads the same.
    var signal = SIGNALS.get(value - SIGNAL_BASE);
    return "Runtime exited with error: "
        + (signal == null ? "exit status " + value : "signal: " + signal);
  }
}
