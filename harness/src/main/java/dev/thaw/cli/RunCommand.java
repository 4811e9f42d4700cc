package dev.thaw.cli;

import dev.thaw.experiment.file.ExperimentFile;
import dev.thaw.experiment.run.ExperimentRun;
import dev.thaw.experiment.run.RunSetup;
import dev.thaw.results.Provenance;
import dev.thaw.results.RunFolder;
import dev.thaw.target.Packages;
import dev.thaw.target.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs an experiment and prints what it measured. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Runs an experiment and prints what it measured.",
      "The run's folder below reports/runs holds every request and report.html."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:measured",
      "2:wrong usage, or a mistake in the experiment file",
      "4:measured, but the measurement cannot be trusted",
      "5:target or deployment failed",
      "130:interrupted; what was measured so far can be read"
    })
final class RunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "EXPERIMENT",
      description = "A built-in experiment's name (see thaw experiments) or a file.")
  private String experiment = "";

  @Mixin private TargetOptions targetOptions;
  @Mixin private ReportOptions reportOptions;

  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description = "Replaces or adds a setting, for example phases.cold.cycles=5.")
  private List<String> settings = new ArrayList<>();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Fixes the arrivals. Default: another one each time; the report tells it.")
  private @Nullable Long seed;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "Where the run's folder is made. Default: reports/runs.")
  private @Nullable Path out;

  private final Surroundings surroundings;

  RunCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    var source = ExperimentSource.find(experiment, surroundings, spec.commandLine());
    var file = source.read(settings);
    try (var interrupt = new Interrupt();
        var target = targetOptions.open(file.experiment(), surroundings)) {
      var folder = run(file, source.folder(), target);
      return interrupt.code(reportOptions.print(folder, spec.commandLine().getOut()));
    }
  }

  private RunFolder run(ExperimentFile file, Path packages, Target target) throws IOException {
    try (var progress = Progress.on(spec.commandLine().getErr(), surroundings)) {
      return new ExperimentRun(
              file.experiment(), setup(file, packages), target, surroundings.clock(), progress)
          .run();
    }
  }

  private RunSetup setup(ExperimentFile file, Path packages) {
    long chosen = seed != null ? seed : surroundings.clock().epochNs() & Integer.MAX_VALUE;
    return new RunSetup(
        out == null ? surroundings.runs() : surroundings.workingFolder().resolve(out),
        surroundings.home(),
        new Packages(surroundings.home(), packages),
        chosen,
        file.source(),
        provenance(chosen),
        ThisMachine::busyCpu);
  }

  private Provenance provenance(long chosen) {
    var command = new StringBuilder("./thaw run ").append(experiment);
    settings.forEach(setting -> command.append(" --set '").append(setting).append('\''));
    command.append(" --seed ").append(chosen);
    return new Provenance(
        ThawVersion.number(),
        ThawVersion.commit(surroundings.home()),
        command.toString(),
        ProcessHandle.current().pid(),
        ThisMachine.describe());
  }
}
