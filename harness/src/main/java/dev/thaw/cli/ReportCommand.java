package dev.thaw.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Makes a run's reports again from its files. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = {
      "Makes a run's reports again from its files and prints the table.",
      "A run that was interrupted or killed can be read too; its report says that it is partial."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:ok", "2:not a run", "4:the run's measurement cannot be trusted"})
final class ReportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private RunChoice choice;
  @Mixin private ReportOptions reportOptions;

  private final Surroundings surroundings;

  ReportCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    var folder = choice.open(surroundings, spec.commandLine());
    return reportOptions.print(folder, spec.commandLine().getOut());
  }
}
