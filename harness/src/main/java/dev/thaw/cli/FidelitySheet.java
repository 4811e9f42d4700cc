package dev.thaw.cli;

import dev.thaw.report.Sheet;
import dev.thaw.target.conform.Checked;
import dev.thaw.target.conform.Checked.Status;
import dev.thaw.target.conform.Fidelity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An endpoint's fidelity as a sheet: deviations first, then every check, then what is not held. */
final class FidelitySheet {
  private static final Map<String, String> GROUPS = new LinkedHashMap<>();

  static {
    GROUPS.put("R", "throttling, reserved concurrency");
    GROUPS.put("P", "provisioned concurrency");
    GROUPS.put("I", "invoking, function errors, logs");
    GROUPS.put("A", "asynchronous invocation, destinations");
    GROUPS.put("K", "Kinesis event source mappings");
    GROUPS.put("D", "DynamoDB event source mappings");
    GROUPS.put("S", "S3 notifications");
  }

  private final Fidelity fidelity;

  private FidelitySheet(Fidelity fidelity) {
    this.fidelity = fidelity;
  }

  static Sheet of(Fidelity fidelity) {
    return new FidelitySheet(fidelity).sheet();
  }

  private Sheet sheet() {
    var blocks = new ArrayList<Sheet.Block>();
    blocks.add(summary());
    deviations(blocks);
    unsupported(blocks);
    blocks.add(new Sheet.Heading("All checks"));
    blocks.add(checks());
    unrecorded(blocks);
    return new Sheet(
        "conformance with AWS",
        List.of(new Sheet.Fact("endpoint", fidelity.endpoint()), new Sheet.Fact("passed", share())),
        blocks);
  }

  private String share() {
    long passed = fidelity.count(Status.PASSED);
    int all = fidelity.checks().size();
    return String.format(
        Locale.ROOT, "%d of %d (%.1f %%)", passed, all, all == 0 ? 0 : 100.0 * passed / all);
  }

  private Sheet.Table summary() {
    var rows = new ArrayList<List<String>>();
    rows.add(List.of("", "passed", "failed", "unsupported", "about"));
    GROUPS.forEach(
        (letter, about) -> {
          var group =
              fidelity.checks().stream().filter(check -> check.id().startsWith(letter)).toList();
          if (!group.isEmpty()) {
            rows.add(
                List.of(
                    letter,
                    count(group, Status.PASSED),
                    count(group, Status.FAILED),
                    count(group, Status.UNSUPPORTED),
                    about));
          }
        });
    return new Sheet.Table("lrrrl", rows);
  }

  private static String count(List<Checked> checks, Status status) {
    return String.valueOf(checks.stream().filter(check -> check.status() == status).count());
  }

  private List<Checked> with(Status status) {
    return fidelity.checks().stream().filter(check -> check.status() == status).toList();
  }

  private void deviations(List<Sheet.Block> blocks) {
    for (var check : with(Status.FAILED)) {
      blocks.add(new Sheet.Heading(check.id() + " deviates: " + check.what()));
      blocks.add(
          new Sheet.Table(
              "ll",
              List.of(
                  List.of("", check.source()),
                  List.of("expected", oneLine(check.expected())),
                  List.of("seen", oneLine(check.seen())))));
    }
  }

  private void unsupported(List<Sheet.Block> blocks) {
    if (with(Status.UNSUPPORTED).isEmpty()) {
      return;
    }
    var rows = new ArrayList<List<String>>();
    rows.add(List.of("check", "what the endpoint lacks"));
    with(Status.UNSUPPORTED).forEach(check -> rows.add(List.of(check.id(), oneLine(check.seen()))));
    blocks.add(new Sheet.Heading("Unsupported"));
    blocks.add(new Sheet.Table("ll", rows));
  }

  private Sheet.Table checks() {
    var rows = new ArrayList<List<String>>();
    rows.add(List.of("check", "status", "what", "source"));
    fidelity
        .checks()
        .forEach(
            check ->
                rows.add(List.of(check.id(), check.status().word(), check.what(), check.source())));
    return new Sheet.Table("llll", rows);
  }

  private void unrecorded(List<Sheet.Block> blocks) {
    blocks.add(new Sheet.Heading("What no check holds an endpoint to"));
    var rows = new ArrayList<List<String>>();
    rows.add(List.of("what", "why"));
    fidelity.unrecorded().forEach(item -> rows.add(List.of(item.what(), item.why())));
    blocks.add(new Sheet.Table("ll", rows));
  }

  private static String oneLine(String text) {
    return text.replace("\n", "\\n").replace("\t", "\\t");
  }
}
