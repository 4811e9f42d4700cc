package dev.thaw.results;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the functions ran: its name (embedded, localstack, aws), what kind of endpoint that is in
 * words, whether it shares this machine's CPUs, its deviations from AWS, and its own settings.
 */
public record TargetInfo(
    String name,
    String endpoint,
    String region,
    boolean sharesMachine,
    List<Deviation> deviations,
    @Nullable JsonNode settings) {
  public TargetInfo {
    deviations = List.copyOf(deviations);
  }

  /** How many times as fast as the clock the platform's own waits passed; 1 unless it says so. */
  @JsonIgnore
  public double platformTimeScale() {
    return settings == null ? 1 : settings.path("platformTimeScale").asDouble(1);
  }
}
