package dev.thaw.cli;

import dev.thaw.experiment.plan.PlanSheet;
import dev.thaw.experiment.plan.Planner;
import dev.thaw.experiment.plan.Slo;
import dev.thaw.experiment.predict.Tariff;
import dev.thaw.invocation.Memory;
import dev.thaw.load.ArrivalProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Plans provisioned concurrency and memory for a service level. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    description = {
      "Finds the provisioned concurrency and memory that keep a service level at the least cost.",
      "Every variant is a candidate, under the experiment's first phase of open load."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:planned",
      "1:nothing keeps the service level",
      "2:wrong usage, a mistake in the experiment file, or service times that nobody stated"
    })
final class PlanCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ModelOptions model;
  @Mixin private SheetFormat format;

  @Option(
      names = "--slo",
      required = true,
      paramLabel = "LIMITS",
      description =
          "For example 'p99 < 300 ms and cold < 0.1 %%'; limits on p50, p90, p95, p99, p99.9, cold,"
              + " throttles and cost ('cost < $2 per 1M'), joined by 'and'.")
  private String slo = "";

  @Option(
      names = "--load",
      paramLabel = "ARRIVALS",
      description = "Plans for these arrivals, for example 'poisson 20/s for 1 h'.")
  private @Nullable String load;

  @Option(
      names = "--memory",
      paramLabel = "MB",
      split = ",",
      description = "Tries every variant with each of these sizes, for example 512,1024,1769.")
  private List<Integer> memories = new ArrayList<>();

  private final Surroundings surroundings;

  PlanCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    var wish =
        new Planner.Wish(
            parsed("--slo", slo, Slo::parse),
            load == null ? null : parsed("--load", load, ArrivalProcess::parse),
            memories.stream().map(size -> parsed("--memory", size, Memory::new)).toList(),
            Tariff.bundled(),
            model.seed());
    var plan = Planner.plan(model.read(surroundings), wish);
    format.print(PlanSheet.of(plan), plan, spec.commandLine().getOut(), surroundings);
    return plan.choice() == null ? ExitCode.NOT_KEPT : ExitCode.OK;
  }

  private <T, R> R parsed(String option, T value, Function<T, R> parser) {
    try {
      return parser.apply(value);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), option + ": " + e.getMessage(), e);
    }
  }
}
