package dev.thaw.target.conform;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** A check and how it ended on an endpoint. */
public record Checked(
    String id, String what, String source, Status status, String expected, String seen) {

  /** How a check ends. */
  public enum Status {
    PASSED,
    FAILED,
    UNSUPPORTED;

    /** As JSON and tables spell it. */
    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Checked of(Check check, Status status, String seen) {
    return new Checked(check.id(), check.what(), check.source(), status, check.expected(), seen);
  }
}
