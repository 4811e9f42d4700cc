package dev.thaw.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the built-in experiments, a line each. */
@Command(
    name = "experiments",
    mixinStandardHelpOptions = true,
    description = "Lists the built-in experiments, each with the question that it answers.")
final class ExperimentsCommand implements Runnable {
  @Spec private CommandSpec spec;
  @Mixin private TableFormat format;

  private final Surroundings surroundings;

  ExperimentsCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public void run() {
    var out = spec.commandLine().getOut();
    var list = JsonNodeFactory.instance.arrayNode();
    for (var source : ExperimentSource.builtIn(surroundings.home())) {
      var experiment = source.read(List.of()).experiment();
      list.addObject().put("name", experiment.name()).put("question", experiment.question());
      if (!format.isJson()) {
        out.printf("%-14s %s%n", experiment.name(), experiment.question());
      }
    }
    if (format.isJson()) {
      var root = JsonNodeFactory.instance.objectNode().put("schema", "thaw-experiments/1");
      out.println(root.set("experiments", list).toPrettyString());
    }
  }
}
