package dev.thaw.contract;

import dev.thaw.model.Scenario;
import dev.thaw.model.Simulation;
import java.util.List;

/** The reference model keeps the contract. */
final class ModelContractTest extends ConcurrencyContract {
  @Override
  Platform platform() {
    return ModelContractTest::run;
  }

  private static List<Observed> run(ContractCase contractCase) {
    var functions = contractCase.functions().stream().map(ContractFunction::simulated).toList();
    var scenario =
        new Scenario(contractCase.accountConcurrency(), functions, contractCase.duration(), 10, 1);
    return Simulation.run(scenario).functions().stream()
        .map(found -> new Observed(found.tally(), found.queued()))
        .toList();
  }
}
