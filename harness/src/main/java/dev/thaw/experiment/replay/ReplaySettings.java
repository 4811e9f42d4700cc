package dev.thaw.experiment.replay;

import dev.thaw.experiment.ModelInputException;
import dev.thaw.experiment.predict.Tariff;
import dev.thaw.invocation.Memory;
import dev.thaw.load.Distribution;
import dev.thaw.load.ServiceTimePreset;
import dev.thaw.results.RunInfo;
import dev.thaw.rules.concurrency.Account;
import dev.thaw.rules.environment.KeepAlive;
import dev.thaw.rules.environment.Placement;
import dev.thaw.rules.environment.Retention;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a recording does not say of its functions, or what shall hold instead.
 *
 * @param times the preset of their service times; null for the usual one, or a run's own times
 * @param warm their warm duration; null to take it from the recording
 * @param memory null for the usual one, or a run's own
 */
public record ReplaySettings(
    @Nullable String times,
    @Nullable Distribution warm,
    @Nullable Memory memory,
    Limits limits,
    Tariff tariff,
    long seed) {
  /** The preset of a trace's functions, unless another is named. */
  public static final String PRESET = "aws-2026-java17-zip";

  /** The memory of a trace's functions, unless another is named. */
  public static final Memory MEMORY = new Memory(512);

  /** How long environments are kept when idle and at most, and how much may run at once. */
  public record Limits(Duration keepAlive, Duration maxLifetime, int accountConcurrency) {
    /** Of an account of which nothing is known. */
    public static final Limits USUAL =
        new Limits(Duration.ofMinutes(10), Retention.MEASURED.lifetime(), Account.DEFAULT_LIMIT);

    /** Those of the engine that a run went through; the usual ones where it does not tell. */
    public static Limits of(RunInfo run) {
      var told = run.target().settings();
      if (told == null) {
        return USUAL;
      }
      return new Limits(
          Duration.ofMillis(told.path("keepAliveMs").asLong(USUAL.keepAlive.toMillis())),
          Duration.ofMillis(told.path("maxLifetimeMs").asLong(USUAL.maxLifetime.toMillis())),
          told.path("accountConcurrency").asInt(USUAL.accountConcurrency));
    }

    Retention retention() {
      return new Retention(KeepAlive.fixed(keepAlive), maxLifetime, Placement.MOST_RECENTLY_USED);
    }
  }

  ServiceTimePreset preset() {
    try {
      return ServiceTimePreset.find(times == null ? PRESET : times);
    } catch (IllegalArgumentException e) {
      throw new ModelInputException(String.valueOf(e.getMessage()), e);
    }
  }

  static String origin(ServiceTimePreset preset) {
    return "%s: %s, %s. %s"
        .formatted(
            preset.name(),
            preset.origin().source(),
            preset.origin().date(),
            preset.origin().assumed());
  }

  Memory memoryOr(Memory other) {
    return memory == null ? other : memory;
  }
}
