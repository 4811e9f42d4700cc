package dev.thaw.contract;

/** The reference model keeps the contract. */
final class ModelEnvironmentContractTest extends EnvironmentContract {
  @Override
  Platform platform() {
    return ModelContractTest::run;
  }
}
