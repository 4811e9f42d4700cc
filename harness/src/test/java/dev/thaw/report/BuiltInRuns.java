package dev.thaw.report;

import dev.thaw.invocation.RouteKind;
import dev.thaw.results.Metric;
import dev.thaw.results.Protocol;
import dev.thaw.results.ScriptedCall;
import dev.thaw.results.ScriptedRun;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Runs such as the built-in experiments make, with round numbers. */
final class BuiltInRuns {
  private BuiltInRuns() {}

  private static ScriptedRun run(String name, double platformTimeScale) {
    return new ScriptedRun(name, platformTimeScale).variant("java", 0, null);
  }

  private static List<ScriptedCall> calls(int count, IntFunction<ScriptedCall> call) {
    return IntStream.range(0, count).mapToObj(call).toList();
  }

  /** Medians of 302, 403 (the slowest of each burst 500) and 352 ms; warm ones of 8. */
  static ScriptedRun coldStarts() {
    var run = run("cold-starts", 480).phase("first-call", Protocol.FORCED_COLD_STARTS);
    for (int i = 0; i < 9; i++) {
      run.round("java", List.of(ScriptedCall.cold(0, 300 + i % 5, 200 + i % 5)));
    }
    run.phase("scale-out", Protocol.SCALE_OUT);
    for (int i = 0; i < 5; i++) {
      run.round(
          "java",
          List.of(
              ScriptedCall.cold(0, 400, 200),
              ScriptedCall.cold(0, 402, 200),
              ScriptedCall.cold(0, 404, 200),
              ScriptedCall.cold(0, 500, 200)));
    }
    run.phase("after-expiry", Protocol.IDLE_GAPS);
    for (int i = 0; i < 6; i++) {
      run.round(
          "java", List.of(ScriptedCall.cold(1_500, 350 + i % 5, 200), ScriptedCall.warm(500, 8)));
    }
    return run;
  }

  /** Warm after 2 and 8 minutes, cold after 11; 300 times as fast as the clock. */
  static ScriptedRun idleExpiry() {
    var run = run("idle-expiry", 300).phase("idle", Protocol.IDLE_GAPS);
    for (int i = 0; i < 4; i++) {
      run.round(
          "java",
          List.of(
              ScriptedCall.cold(0, 300, 200),
              ScriptedCall.warm(700, 10),
              ScriptedCall.warm(1_610, 10),
              ScriptedCall.cold(2_210, 300, 200)));
    }
    return run.forecast("java", Metric.KEEP_ALIVE, 600);
  }

  /** No call was cold, however long nobody had called. */
  static ScriptedRun idleWithoutEnd() {
    var warm = calls(5, i -> ScriptedCall.warm(1_000, 10));
    return run("idle-expiry", 1).phase("idle", Protocol.IDLE_GAPS).round("java", warm);
  }

  /** Every call was cold, however soon it came. */
  static ScriptedRun idleWithoutKeeping() {
    var cold = calls(5, i -> ScriptedCall.cold(2_000, 500, 200));
    return run("idle-expiry", 1).phase("idle", Protocol.IDLE_GAPS).round("java", cold);
  }

  /** 20 a second are served, the next three refused; of 1,200 events five are refused, two lost. */
  static ScriptedRun concurrencyLimit() {
    var sync = new ArrayList<>(calls(20, i -> ScriptedCall.warm(50, 210)));
    sync.addAll(calls(3, i -> ScriptedCall.refused(10)));
    sync.addAll(calls(10, i -> ScriptedCall.warm(100, 210)));
    var events =
        new ArrayList<>(calls(1_193, i -> ScriptedCall.event(RouteKind.ASYNC, 50, 1_503 + i % 5)));
    events.addAll(calls(2, i -> ScriptedCall.lost(RouteKind.ASYNC, 50)));
    events.addAll(calls(5, i -> ScriptedCall.refused(50).by(RouteKind.ASYNC)));
    return run("concurrency-limit", 120)
        .phase("sync", Protocol.OPEN_LOAD)
        .round("java", sync)
        .phase("async", Protocol.OPEN_LOAD)
        .round("java", events);
  }

  static ScriptedRun concurrencyWithinTheLimit() {
    return run("concurrency-limit", 1)
        .phase("sync", Protocol.OPEN_LOAD)
        .round("java", calls(10, i -> ScriptedCall.warm(100, 210)));
  }

  /** Of four calls at once none, two or all find an environment that was kept ready. */
  static ScriptedRun provisioned() {
    var run =
        new ScriptedRun("provisioned", 300)
            .variant("none", 0, null)
            .variant("half", 2, 1_250.0)
            .variant("all", 4, 2_500.0)
            .phase("bursts", Protocol.OPEN_LOAD);
    burst(run, "none", 0);
    burst(run, "half", 2);
    burst(run, "all", 4);
    return run;
  }

  private static void burst(ScriptedRun run, String variant, int provisioned) {
    for (int i = 0; i < 5; i++) {
      run.round(
          variant,
          calls(
              4,
              k ->
                  k < provisioned
                      ? ScriptedCall.warm(0, 60).provisioned()
                      : ScriptedCall.cold(0, 360, 200)));
    }
  }

  /** A stream's records wait for half a second; the last is lost. */
  static ScriptedRun invocationModels() {
    var kinesis = new ArrayList<>(event(RouteKind.KINESIS, 500));
    kinesis.add(ScriptedCall.lost(RouteKind.KINESIS, 50));
    return run("invocation-models", 1)
        .phase("sync", Protocol.OPEN_LOAD)
        .round("java", calls(250, i -> ScriptedCall.warm(50, 9 + i % 3).handledAfter(3)))
        .phase("async", Protocol.OPEN_LOAD)
        .round("java", event(RouteKind.ASYNC, 15))
        .phase("kinesis", Protocol.OPEN_LOAD)
        .round("java", kinesis);
  }

  private static List<ScriptedCall> event(RouteKind route, double handlerMs) {
    return calls(250, i -> ScriptedCall.event(route, 50, handlerMs + i % 3));
  }

  /** Nothing was answered: there is no figure for any sentence. */
  static ScriptedRun nothing(String name) {
    return run(name, 1).phase("load", Protocol.OPEN_LOAD);
  }
}
