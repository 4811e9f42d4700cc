package dev.thaw.experiment.replay;

import dev.thaw.experiment.predict.Tariff;
import dev.thaw.invocation.Memory;
import dev.thaw.load.Distribution;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a trace does not say of its functions.
 *
 * @param times the preset of their service times
 * @param warm their warm duration; null to take it from the trace
 */
public record ReplaySettings(
    String times,
    @Nullable Distribution warm,
    Memory memory,
    Kept kept,
    int accountConcurrency,
    Tariff tariff,
    long seed) {
  /** How long environments are kept when idle, and at most. */
  public record Kept(Duration keepAlive, Duration maxLifetime) {}
}
