package dev.thaw.sample;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the function says of its environment and this invocation. Times are nanoseconds since the
 * epoch; the index counts the environment's invocations from 1.
 */
public record Marker(
    String environmentId,
    long invocationIndex,
    long initializedAtNs,
    long startedAtNs,
    long endedAtNs,
    String initializationType) {

  /** As JSON has it. */
  Map<String, Object> members() {
    var members = new LinkedHashMap<String, Object>();
    members.put("environmentId", environmentId);
    members.put("invocationIndex", invocationIndex);
    members.put("initializedAtNs", initializedAtNs);
    members.put("startedAtNs", startedAtNs);
    members.put("endedAtNs", endedAtNs);
    members.put("initializationType", initializationType);
    return members;
  }
}
