package dev.thaw.engine.lambda;

import dev.thaw.engine.EngineUnderTest;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** An engine of its own for each test, whose functions echo, and a client of its Lambda. */
public abstract class LambdaCase {
  @TempDir protected Path folder;
  protected EngineUnderTest engine;
  protected LambdaClient lambda;

  @BeforeEach
  protected final void startEngine() {
    engine = EngineUnderTest.start(folder);
    lambda = engine.lambda();
  }

  @AfterEach
  protected final void stopEngine() {
    lambda.close();
    engine.close();
  }
}
