package dev.thaw.cli;

/** What Thaw's exit codes mean; scripts and CI rely on them. */
final class ExitCode {
  /** All went well. */
  static final int OK = 0;

  /** The gate found a regression. */
  static final int REGRESSION = 1;

  /** An endpoint deviates from AWS. */
  static final int DEVIATIONS = 1;

  /** A plan found nothing that keeps the service level. */
  static final int NOT_KEPT = 1;

  /** Wrong usage: an option, an experiment file, a name. */
  static final int USAGE = 2;

  /** The gate could not decide, or nothing could be measured. */
  static final int INCONCLUSIVE = 3;

  /** The measurement cannot be trusted. */
  static final int INVALID = 4;

  /** The target, the deployment or the build failed. */
  static final int TARGET = 5;

  /** Interrupted by Ctrl-C; what was measured so far can be read. */
  static final int INTERRUPTED = 130;

  private ExitCode() {}
}
