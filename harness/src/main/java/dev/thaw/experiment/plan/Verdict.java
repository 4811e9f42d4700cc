package dev.thaw.experiment.plan;

import com.fasterxml.jackson.annotation.JsonValue;

/** Whether a limit is kept: with its whole interval, or missed with all of it, or neither. */
public enum Verdict {
  KEEPS("keeps it"),
  OPEN("open"),
  MISSES("misses");

  private final String word;

  Verdict(String word) {
    this.word = word;
  }

  /** As it stands in a table. */
  @JsonValue
  public String word() {
    return word;
  }
}
