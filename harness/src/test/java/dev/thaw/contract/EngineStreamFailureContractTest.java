package dev.thaw.contract;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The engine keeps the contract, with simulated environments on a clock that the test moves. */
final class EngineStreamFailureContractTest extends StreamFailureContract {
  @TempDir private Path folder;

  @Override
  Platform platform() {
    return contractCase -> new VirtualEngine(folder, contractCase).run();
  }
}
