package dev.thaw.results;

import dev.thaw.invocation.Memory;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One function configuration under test: its memory, and its other settings as they are printed.
 */
public record VariantInfo(String name, Memory memory, Map<String, String> settings) {
  public VariantInfo {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }
}
