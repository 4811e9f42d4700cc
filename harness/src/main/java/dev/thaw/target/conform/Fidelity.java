package dev.thaw.target.conform;

import dev.thaw.target.conform.Checked.Status;
import java.util.List;

/** How an endpoint compares with AWS: every check that was run, and what no check holds it to. */
public record Fidelity(
    String schema, String endpoint, List<Checked> checks, List<Unrecorded> unrecorded) {
  /** The name and version of the form that JSON has. */
  public static final String SCHEMA = "thaw-conformance/1";

  public Fidelity {
    checks = List.copyOf(checks);
    unrecorded = List.copyOf(unrecorded);
  }

  static Fidelity of(String endpoint, List<Checked> checks) {
    return new Fidelity(SCHEMA, endpoint, checks, Unrecorded.all());
  }

  /** How many checks ended so. */
  public long count(Status status) {
    return checks.stream().filter(check -> check.status() == status).count();
  }
}
