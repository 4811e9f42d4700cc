package dev.thaw.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the built-in experiments, a line each. */
@Command(
    name = "experiments",
    mixinStandardHelpOptions = true,
    description = "Lists the built-in experiments, each with the question that it answers.")
final class ExperimentsCommand implements Runnable {
  @Spec private CommandSpec spec;

  private final Surroundings surroundings;

  ExperimentsCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void run() {
    for (var source : ExperimentSource.builtIn(surroundings.home())) {
      var experiment = source.read(List.of()).experiment();
      spec.commandLine().getOut().printf("%-14s %s%n", experiment.name(), experiment.question());
    }
  }
}
