package dev.thaw.cli;

import dev.thaw.experiment.predict.PredictionSheet;
import dev.thaw.experiment.predict.Predictor;
import dev.thaw.experiment.predict.Tariff;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Predicts an experiment without running anything. */
@Command(
    name = "predict",
    mixinStandardHelpOptions = true,
    description = {
      "Says what the reference model expects of an experiment, without running anything.",
      "Each figure is the mean of several simulations with its 95 %% interval. Service times come"
          + " from the experiment's model section, or from the preset of its runtime."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:predicted",
      "2:wrong usage, a mistake in the experiment file, or service times that nobody stated"
    })
final class PredictCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ModelOptions model;
  @Mixin private SheetFormat format;

  private final Surroundings surroundings;

  PredictCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    var experiment = model.read(surroundings);
    var prediction = Predictor.predict(experiment, Tariff.bundled(), model.seed());
    format.print(
        PredictionSheet.of(prediction), prediction, spec.commandLine().getOut(), surroundings);
    return ExitCode.OK;
  }
}
