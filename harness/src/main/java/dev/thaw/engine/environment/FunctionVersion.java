package dev.thaw.engine.environment;

import dev.thaw.invocation.Memory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * One version of a function in the state in which its environments run it. {@code revision} changes
 * with every update of code or configuration; {@code code} is the unpacked package and {@code
 * layers} are the folders of the layers that lie over each other, the last on top; {@code
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
    Map<String, String> variables,
    List<Path> layers,
    String logGroup) {
  public FunctionVersion {
    variables = Map.copyOf(variables);
    layers = List.copyOf(layers);
  }

  /** A version without layers that writes to {@code /aws/lambda/NAME}. */
  public FunctionVersion(
      FunctionName name,
      String version,
      String revision,
      String runtime,
      String handler,
      Memory memory,
      Duration timeout,
      Path code,
      Map<String, String> variables) {
    this(
        name,
        version,
        revision,
        runtime,
        handler,
        memory,
        timeout,
        code,
        variables,
        List.of(),
        logGroup(name));
  }

  private static String logGroup(FunctionName name) {
    return "/aws/lambda/" + name.name();
  }

  /** Whether it writes where Lambda lets it write unless told otherwise. */
  boolean hasOwnLogGroup() {
    return logGroup.equals(logGroup(name));
  }

  /** The layers in the order in which something is looked for in them. */
  List<Path> layersFromTop() {
    var reversed = new ArrayList<>(layers);
    Collections.reverse(reversed);
    return reversed;
  }
}
