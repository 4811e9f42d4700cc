package dev.thaw.invocation;

/** Whether an invocation found its execution environment ready. */
public enum Temperature {
  /** The caller waited for an environment to be initialised. */
  COLD,
  /** First invocation of an environment that had been initialised before anybody asked for it. */
  PROACTIVE,
  /** The environment had served before. */
  WARM,
  /** Neither a REPORT line nor a marker tells. */
  UNKNOWN
}
