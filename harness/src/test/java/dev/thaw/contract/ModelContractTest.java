package dev.thaw.contract;

import dev.thaw.model.FunctionOutcome;
import dev.thaw.model.Scenario;
import dev.thaw.model.Simulation;
import java.util.List;

/** The reference model keeps the contract. */
final class ModelContractTest extends ConcurrencyContract {
  private static final double MS_PER_SECOND = 1e3;

  @Override
  Platform platform() {
    return ModelContractTest::run;
  }

  static List<Observed> run(ContractCase contractCase) {
    var functions = contractCase.functions().stream().map(ContractFunction::simulated).toList();
    var scenario =
        new Scenario(contractCase.accountConcurrency(), functions, contractCase.duration(), 10, 1);
    return Simulation.run(scenario).functions().stream().map(ModelContractTest::observed).toList();
  }

  private static Observed observed(FunctionOutcome found) {
    var usage = found.usage();
    var billed =
        new Billed(
            usage.requests(),
            Math.round(usage.onDemandGbSeconds() * MS_PER_SECOND),
            Math.round(usage.provisionedDurationGbSeconds() * MS_PER_SECOND));
    return new Observed(found.tally(), billed, found.queued());
  }
}
