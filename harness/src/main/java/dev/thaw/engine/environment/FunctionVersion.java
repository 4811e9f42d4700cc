package dev.thaw.engine.environment;

import dev.thaw.invocation.Memory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * One version of a function in the state in which its environments run it. {@code revision} changes
 * with every update of code or configuration; {@code code} is the unpacked package; {@code
 * variables} are the user's own environment variables.
 */
public record FunctionVersion(
    FunctionName name,
    String version,
    String revision,
    String runtime,
    String handler,
    Memory memory,
    Duration timeout,
    Path code,
    Map<String, String> variables) {

  public FunctionVersion {
    variables = Map.copyOf(variables);
  }

  /** {@code /aws/lambda/NAME}. */
  public String logGroup() {
    return "/aws/lambda/" + name.name();
  }
}
