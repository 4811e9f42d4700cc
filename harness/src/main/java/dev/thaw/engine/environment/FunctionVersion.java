package dev.thaw.engine.environment;

import dev.thaw.invocation.Memory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    Map<String, String> variables,
    Attachments attachments) {
  public FunctionVersion {
    variables = Map.copyOf(variables);
  }

  /** The one that was chosen, or {@code /aws/lambda/NAME}. */
  public String logGroup() {
    return Optional.ofNullable(attachments.logging().group()).orElse("/aws/lambda/" + name.name());
  }

  /** The layers in the order in which something is looked for in them. */
  List<Path> layersFromTop() {
    var reversed = new ArrayList<>(attachments.layers());
    Collections.reverse(reversed);
    return reversed;
  }
}
