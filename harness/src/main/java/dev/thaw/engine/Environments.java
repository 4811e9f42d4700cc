package dev.thaw.engine;

import dev.thaw.engine.environment.Invoker;
import dev.thaw.engine.environment.LogSink;
import dev.thaw.engine.time.PlatformTime;
import java.io.IOException;
import java.nio.file.Path;

/** Who runs the functions, and how all of that is ended with the engine. */
public record Environments(Invoker invoker, Runnable end) {

  /** Starts an engine's environments, in an empty folder, for that log and in that time. */
  @FunctionalInterface
  public interface Starter {
    Environments start(Path folder, LogSink log, PlatformTime time) throws IOException;
  }
}
