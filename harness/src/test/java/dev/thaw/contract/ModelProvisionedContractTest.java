package dev.thaw.contract;

/** The reference model keeps the contract. */
final class ModelProvisionedContractTest extends ProvisionedContract {
  @Override
  Platform platform() {
    return ModelContractTest::run;
  }
}
