package dev.thaw.contract;

/** The reference model keeps the contract. */
final class ModelStreamContractTest extends StreamContract {
  @Override
  Platform platform() {
    return ModelContractTest::run;
  }
}
