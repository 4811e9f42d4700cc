package dev.thaw.results;

import dev.thaw.invocation.Memory;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * One function configuration under test: its memory, and its other settings as they are printed.
 */
public record VariantInfo(
    String name, Memory memory, Map<String, String> settings, ConcurrencyInfo concurrency) {
  public VariantInfo {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    // Files of older versions say nothing of it.
    concurrency = Objects.requireNonNullElse(concurrency, ConcurrencyInfo.NONE);
  }

  /** One for which nothing is set aside. */
  public VariantInfo(String name, Memory memory, Map<String, String> settings) {
    this(name, memory, settings, ConcurrencyInfo.NONE);
  }

  /** The same, of which the provisioned environments are ready. */
  VariantInfo readyAfter(double ms) {
    return new VariantInfo(
        name,
        memory,
        settings,
        new ConcurrencyInfo(concurrency.reserved(), concurrency.provisioned(), ms));
  }
}
