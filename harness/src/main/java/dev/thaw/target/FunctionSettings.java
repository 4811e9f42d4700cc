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
  private static final String SAMPLES = "sample:";

  /** The variable in which a sample function finds the work of events that carry none. */
  private static final String WORK = "THAW_WORK";

  private static final String NO_WORK = "{}";

  /** All of a function's variables together may have 4 KB. */
  private static final int LONGEST_WORK = 2_048;

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

  /**
   * The same, of a sample function that knows what to do for events that carry no work, such as
   * uploads: what the payload asks for. The experiment's own word goes before it.
   */
  public FunctionSettings doing(String payload) {
    if (!packageSource.startsWith(SAMPLES)
        || environment.containsKey(WORK)
        || payload.length() > LONGEST_WORK
        || payload.equals(NO_WORK)) {
      return this;
    }
    var variables = new LinkedHashMap<>(environment);
    variables.put(WORK, payload);
    return new FunctionSettings(
        packageSource, runtime, handler, memory, timeout, variables, logFormat, setAside);
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
