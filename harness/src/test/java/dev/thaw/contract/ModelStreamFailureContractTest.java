package dev.thaw.contract;

/** The reference model keeps the contract. */
final class ModelStreamFailureContractTest extends StreamFailureContract {
  @Override
  Platform platform() {
    return ModelContractTest::run;
  }
}
