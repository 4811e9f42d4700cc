package dev.thaw.target;

import dev.thaw.invocation.Memory;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a function is deployed. {@code packageSource} is a ZIP's path (from the experiment file's
 * folder) or {@code sample:NAME}, one of Thaw's own sample functions.
 */
public record FunctionSettings(
    String packageSource,
    String runtime,
    String handler,
    Memory memory,
    Duration timeout,
    Map<String, String> environment,
    LogFormat logFormat,
    SetAside setAside) {

  /** Thaw's own sample function, with what an experiment leaves out. */
  public static FunctionSettings sample() {
    return new FunctionSettings(
        "sample:java",
        "java17",
        "dev.thaw.sample.WorkHandler::handleRequest",
        new Memory(512),
        Duration.ofSeconds(10),
        Map.of(),
        LogFormat.TEXT,
        SetAside.NONE);
  }

  /** Whether the same code runs with the same settings, whatever is set aside for it. */
  public boolean isSameCode(FunctionSettings other) {
    return packageSource.equals(other.packageSource)
        && runtime.equals(other.runtime)
        && handler.equals(other.handler)
        && memory.equals(other.memory)
        && environment.equals(other.environment);
  }

  public FunctionSettings {
    environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
  }
}
