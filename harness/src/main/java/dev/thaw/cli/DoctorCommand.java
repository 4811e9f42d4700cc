package dev.thaw.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says what this machine can run, and what is missing for more. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "Says what this machine can run, and what to install for more.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:experiments can be run here", "5:something that they need is missing"})
final class DoctorCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private TableFormat format;

  private final Surroundings surroundings;

  DoctorCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    var findings = new Examination(surroundings).findings();
    var out = spec.commandLine().getOut();
    if (format.isJson()) {
      printJson(findings, out);
    } else {
      findings.forEach(finding -> print(finding, out));
    }
    boolean isMissing =
        findings.stream().anyMatch(finding -> finding.status() == Finding.Status.MISSING);
    return isMissing ? ExitCode.TARGET : ExitCode.OK;
  }

  private static void print(Finding finding, PrintWriter out) {
    out.printf(
        "%-8s %-16s %s%n",
        finding.status().name().toLowerCase(Locale.ROOT), finding.subject(), finding.seen());
    if (!finding.remedy().isEmpty()) {
      out.printf("%-8s %-16s -> %s%n", "", "", finding.remedy());
    }
  }

  private static void printJson(List<Finding> findings, PrintWriter out) {
    var root = JsonNodeFactory.instance.objectNode().put("schema", "thaw-doctor/1");
    root.set("findings", JsonMapper.builder().build().valueToTree(findings));
    out.println(root.toPrettyString());
  }
}
