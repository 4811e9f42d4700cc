package dev.thaw.engine;

import dev.thaw.engine.environment.Invoker;
import dev.thaw.engine.environment.LogSink;
import java.io.IOException;
import java.nio.file.Path;

/** Who runs the functions, and how all of that is ended with the engine. */
public record Environments(Invoker invoker, Runnable end) {

  /** Starts an engine's environments, in an empty folder and for that log. */
  @FunctionalInterface
  public interface Starter {
    Environments start(Path folder, LogSink log) throws IOException;
  }
}
