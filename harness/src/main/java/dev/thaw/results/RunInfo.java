package dev.thaw.results;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A run's {@code run.json}: written when it starts and again when it ends.
 *
 * @param title the experiment's name and the question it answers, in one sentence
 * @param invocations of each variant's function in the whole run, where the platform counts them
 */
public record RunInfo(
    String schema,
    String id,
    Title title,
    RunStatus status,
    Period period,
    long seed,
    Provenance provenance,
    TargetInfo target,
    Plan plan,
    @JsonSetter(nulls = Nulls.AS_EMPTY) Map<String, InvocationCount> invocations) {
  /** What this version writes; it reads this and nothing newer. */
  public static final String SCHEMA = "thaw-run/1";

  /** What a run is called. */
  public record Title(String name, String question) {}

  /** From when to when it ran; without an end it is running, or was killed. */
  public record Period(Instant startedAt, @Nullable Instant endedAt) {
    public Optional<Duration> duration() {
      return Optional.ofNullable(endedAt).map(end -> Duration.between(startedAt, end));
    }
  }

  public RunInfo {
    invocations = Collections.unmodifiableMap(new TreeMap<>(invocations));
  }

  /** The same run, with how long each variant's provisioned environments took to be ready. */
  public RunInfo deployed(Map<String, Duration> ready) {
    return new RunInfo(
        schema,
        id,
        title,
        status,
        period,
        seed,
        provenance,
        target,
        plan.deployed(ready),
        invocations);
  }

  /** The same run, with the invocations of each variant's function that could be counted. */
  public RunInfo counted(Map<String, InvocationCount> counts) {
    return new RunInfo(schema, id, title, status, period, seed, provenance, target, plan, counts);
  }

  /** The same run, ended. */
  public RunInfo ended(RunStatus newStatus, Instant at) {
    return new RunInfo(
        schema,
        id,
        title,
        newStatus,
        new Period(period.startedAt(), at),
        seed,
        provenance,
        target,
        plan,
        invocations);
  }
}
