package dev.thaw.engine.environment;

import dev.thaw.invocation.Clock;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What a fleet adds to the functions it runs, measured on one function: cold starts beside the same
 * command without a fleet, concurrent cold starts, and warm round trips. Times in ns, in the order
 * in which they were taken.
 */
public final class FleetBenchmark {
  private static final long LIMIT_SECONDS = 120;

  private final EnvironmentFleet fleet;
  private final FunctionVersion function;
  private final byte[] payload;
  private final Clock clock;

  public FleetBenchmark(
      EnvironmentFleet fleet, FunctionVersion function, byte[] payload, Clock clock) {
    this.fleet = fleet;
    this.function = function;
    this.payload = payload.clone();
    this.clock = clock;
  }

  /** A cold start in the fleet and the same command without it, in turns. */
  public record ColdPair(long fleetNs, long bareNs) {}

  /** Cold starts from the invocation to its answer, each beside one without the fleet. */
  public List<ColdPair> coldPairs(int count)
      throws IOException, InterruptedException, ExecutionException, TimeoutException {
    var bare = new BareRuntime(clock);
    var pairs = new ArrayList<ColdPair>();
    for (int i = 0; i < count; i++) {
      long fleetNs = coldNs(1);
      long bareNs = bare.run(fleet.command(function), payload, 0, Duration.ZERO).coldStartNs();
      pairs.add(new ColdPair(fleetNs, bareNs));
    }
    return List.copyOf(pairs);
  }

  /** So many cold starts at once, from the first invocation to the last answer. */
  public long coldNs(int concurrent)
      throws InterruptedException, ExecutionException, TimeoutException {
    fleet.retire(function.name());
    long startNs = clock.nanoTime();
    var answers = new ArrayList<CompletableFuture<InvocationResult>>();
    for (int i = 0; i < concurrent; i++) {
      answers.add(fleet.invoke(function, request()));
    }
    for (var answer : answers) {
      check(answer.get(LIMIT_SECONDS, TimeUnit.SECONDS));
    }
    long elapsedNs = clock.nanoTime() - startNs;
    fleet.retire(function.name());
    return elapsedNs;
  }

  /** Warm invocations with a pause before each, the first ones not counted. */
  public long[] warmNs(int uncounted, int counted, Duration pause)
      throws InterruptedException, ExecutionException, TimeoutException {
    var times = new long[counted];
    for (int i = -uncounted; i < counted; i++) {
      clock.sleep(pause);
      long startNs = clock.nanoTime();
      var result = fleet.invoke(function, request()).get(LIMIT_SECONDS, TimeUnit.SECONDS);
      long elapsedNs = clock.nanoTime() - startNs;
      check(result);
      if (i >= 0) {
        times[i] = elapsedNs;
      }
    }
    return times;
  }

  /** The same without a fleet. */
  public long[] bareWarmNs(int uncounted, int counted, Duration pause) throws IOException {
    int all = uncounted + counted;
    var run = new BareRuntime(clock).run(fleet.command(function), payload, all, pause);
    return Arrays.copyOfRange(run.warmNs(), uncounted, all);
  }

  private InvocationRequest request() {
    return new InvocationRequest(
        UUID.randomUUID().toString(), function.name().arn(), payload, null);
  }

  private static void check(InvocationResult result) {
    if (result.functionError() != null) {
      throw new IllegalStateException("the function failed: " + result.log());
    }
  }
}
