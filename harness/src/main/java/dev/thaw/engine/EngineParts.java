package dev.thaw.engine;

import dev.thaw.engine.environment.Invoker;
import dev.thaw.engine.logs.LogStore;
import dev.thaw.engine.time.PlatformTime;
import dev.thaw.invocation.Clock;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** What all parts of an engine stand on. */
record EngineParts(
    EngineSettings settings,
    Path folder,
    Clock clock,
    PlatformTime time,
    Executor workers,
    Invoker invoker,
    LogStore logs) {

  /** Gives a new UUID each time. */
  Supplier<String> ids() {
    return () -> UUID.randomUUID().toString();
  }
}
