package dev.thaw.results;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.thaw.invocation.Answer;
import dev.thaw.invocation.Invocation;
import dev.thaw.invocation.Memory;
import dev.thaw.invocation.PlatformRecord;
import dev.thaw.invocation.Price;
import dev.thaw.invocation.ReportLine;
import dev.thaw.invocation.Request;
import dev.thaw.invocation.Slot;
import dev.thaw.invocation.Temperature;
import dev.thaw.invocation.ThrottleReason;
import dev.thaw.invocation.Timing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A run put together by hand, in memory: one variant "f", phases "cold" and "steady". */
final class SmallRun {
  private static final long MS = 1_000_000;

  final List<Invocation> invocations = new ArrayList<>();
  final List<Stretch> stretches = new ArrayList<>();
  final List<CpuUse> cpu = new ArrayList<>();
  final List<Forecast> forecasts = new ArrayList<>();
  RunStatus status = RunStatus.COMPLETE;
  final Map<String, InvocationCount> counts = new HashMap<>();
  boolean expectsThrottles;
  int cpus = 64;

  /** A cold start: seen by the client, init, duration; all in ms. */
  SmallRun cold(double clientMs, double initMs, double durationMs) {
    var report = ReportLine.warm("id", durationMs, (long) Math.ceil(initMs + durationMs), 1024, 80);
    return add("cold", clientMs, answer(), report.withInit(initMs), Temperature.COLD);
  }

  SmallRun warm(double clientMs, double durationMs) {
    var report = ReportLine.warm("id", durationMs, (long) Math.ceil(durationMs), 1024, 90);
    return add("steady", clientMs, answer(), report, Temperature.WARM);
  }

  SmallRun underLoad(Temperature temperature) {
    return add("steady", 300, answer(), ReportLine.warm("id", 1, 1, 1024, 90), temperature);
  }

  SmallRun answered(Answer answer) {
    return add("steady", 5, answer, null, Temperature.UNKNOWN);
  }

  SmallRun late(double lagMs) {
    var last = invocations.remove(invocations.size() - 1);
    var timing = last.request().timing();
    var late =
        new Timing(timing.intendedNs(), timing.intendedNs() + (long) (lagMs * MS), timing.doneNs());
    invocations.add(
        new Invocation(
            new Request(last.request().slot(), late, last.request().answer()),
            last.platform(),
            last.temperature()));
    return this;
  }

  static Answer answer() {
    return new Answer(200, "id", null, null, null, null, null);
  }

  static Answer throttled() {
    return new Answer(
        429, null, null, ThrottleReason.CONCURRENT_INVOCATION_LIMIT_EXCEEDED, null, null, null);
  }

  private SmallRun add(
      String phase,
      double clientMs,
      Answer answer,
      @Nullable ReportLine report,
      Temperature temperature) {
    int index = invocations.size();
    long intendedNs = 1_000L * MS * index;
    var timing = new Timing(intendedNs, intendedNs, intendedNs + (long) (clientMs * MS));
    invocations.add(
        new Invocation(
            new Request(new Slot(0, phase, "f", index), timing, answer),
            report == null ? null : new PlatformRecord("f", "s", 0, report),
            temperature));
    return this;
  }

  RunFolder.Contents contents() {
    return new RunFolder.Contents(
        new RunFolder(Path.of("small")),
        info(),
        invocations,
        stretches,
        cpu,
        forecasts,
        List.of(),
        false);
  }

  Summary summary() {
    return Summary.of(contents());
  }

  private RunInfo info() {
    return new RunInfo(
        RunInfo.SCHEMA,
        "small",
        new RunInfo.Title("small", "?"),
        status,
        new RunInfo.Period(SyntheticRun.START, null),
        1,
        new Provenance("0", null, "", 5_000_000, new Machine(cpus, 1, "", "")),
        new TargetInfo("embedded", "", "", true, List.of(), null),
        new Plan(
            JsonNodeFactory.instance.objectNode(),
            List.of(new VariantInfo("f", new Memory(1024), Map.of())),
            List.of(
                PhaseInfo.of("cold", Protocol.FORCED_COLD_STARTS, ""),
                new PhaseInfo("steady", Protocol.WARM_STEADY_LOAD, "", expectsThrottles)),
            new Price("us-east-1", "x86_64", 2e-7, 1e-5, "", "")),
        counts);
  }
}
