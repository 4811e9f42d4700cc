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
    Map<String, String> environment) {

  /** Thaw's own sample function, with what an experiment leaves out. */
  public static FunctionSettings sample() {
    return new FunctionSettings(
        "sample:java",
        "java17",
        "dev.thaw.sample.WorkHandler::handleRequest",
        new Memory(512),
        Duration.ofSeconds(10),
        Map.of());
  }

  public FunctionSettings {
    environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
  }
}
