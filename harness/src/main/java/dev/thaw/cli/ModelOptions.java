package dev.thaw.cli;

import dev.thaw.experiment.Experiment;
import dev.thaw.experiment.VariantTimes;
import dev.thaw.experiment.fit.FitFile;
import dev.thaw.results.RunFolderException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The experiment that the model is asked about, and what it shall take for granted. */
final class ModelOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Parameters(
      paramLabel = "EXPERIMENT",
      description = "A built-in experiment's name (see thaw experiments) or a file.")
  private String experiment = "";

  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description =
          "Replaces or adds a setting, for example variants.small.memory=256 or"
              + " engine.keep-alive=20min.")
  private List<String> settings = new ArrayList<>();

  @Option(
      names = "--times",
      paramLabel = "PRESET|FIT|RUN",
      description =
          "Service times over those of the experiment: a preset such as aws-2026-java17-zip, a file"
              + " that thaw fit wrote, or a run with the same variants.")
  private @Nullable String times;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "What everything random is drawn from: the same number gives the same answer. Default:"
              + " ${DEFAULT-VALUE}.")
  private long seed = 1;

  Experiment read(Surroundings surroundings) throws IOException {
    var source = ExperimentSource.find(experiment, surroundings, spec.commandLine());
    var read = source.read(settings).experiment();
    return times == null ? read : withTimes(read, times, surroundings);
  }

  private Experiment withTimes(Experiment read, String name, Surroundings surroundings)
      throws IOException {
    try {
      return TimesOption.fit(name, surroundings)
          .map(fit -> read.withFitted(variant -> times(fit, variant)))
          .orElseGet(() -> read.withPreset(name));
    } catch (IllegalArgumentException | RunFolderException e) {
      throw new ParameterException(spec.commandLine(), "--times: " + e.getMessage(), e);
    }
  }

  private static VariantTimes times(FitFile fit, String variant) {
    return new VariantTimes(fit.times(variant), "fitted to run " + fit.run(), "");
  }

  long seed() {
    return seed;
  }
}
