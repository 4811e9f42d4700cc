package dev.thaw.contract;

/** The reference model keeps the contract. */
final class ModelAsyncContractTest extends AsyncContract {
  @Override
  Platform platform() {
    return ModelContractTest::run;
  }
}
