package dev.thaw.cli;

/**
 * What doctor found of one thing: whether it will do, what was seen, and what to do if it won't.
 */
record Finding(String subject, Status status, String seen, String remedy) {
  enum Status {
    /** All is well. */
    OK,
    /** Thaw works, with less. */
    LESS,
    /** Something cannot be run without it. */
    MISSING
  }

  static Finding ok(String subject, String seen) {
    return new Finding(subject, Status.OK, seen, "");
  }

  static Finding less(String subject, String seen, String remedy) {
    return new Finding(subject, Status.LESS, seen, remedy);
  }

  static Finding missing(String subject, String seen, String remedy) {
    return new Finding(subject, Status.MISSING, seen, remedy);
  }
}
