package dev.thaw.results;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.thaw.invocation.Answer;
import dev.thaw.invocation.Handling;
import dev.thaw.invocation.Invocation;
import dev.thaw.invocation.Marker;
import dev.thaw.invocation.Memory;
import dev.thaw.invocation.PlatformRecord;
import dev.thaw.invocation.Price;
import dev.thaw.invocation.ReportLine;
import dev.thaw.invocation.Request;
import dev.thaw.invocation.Slot;
import dev.thaw.invocation.ThrottleReason;
import dev.thaw.invocation.Timing;
import dev.thaw.stats.Estimate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run of one of the built-in experiments, told round by round, in memory. Every handler takes 5
 * ms.
 */
public final class ScriptedRun {
  private static final double NS_PER_MS = 1e6;
  private static final double HANDLER_MS = 5;
  private static final Price PRICE = new Price("us-east-1", "x86_64", 2e-7, 1.66667e-5, "", "");

  /** As published for x86_64 in us-east-1, {@code https://aws.amazon.com/lambda/pricing/}. */
  private static final ProvisionedPrice PROVISIONED = new ProvisionedPrice(4.1667e-6, 9.7222e-6);

  private final String name;
  private final double platformTimeScale;
  private final List<VariantInfo> variants = new ArrayList<>();
  private final List<PhaseInfo> phases = new ArrayList<>();
  private final List<Invocation> invocations = new ArrayList<>();
  private final List<Stretch> stretches = new ArrayList<>();
  private final List<Forecast> forecasts = new ArrayList<>();
  private double nowMs = SyntheticRun.START.toEpochMilli();

  /** A run that asks what the built-in experiment of that name asks. */
  public ScriptedRun(String name, double platformTimeScale) {
    this.name = name;
    this.platformTimeScale = platformTimeScale;
  }

  /** One more variant, with so many environments that are kept ready, if any. */
  public ScriptedRun variant(String variant, int provisioned, @Nullable Double readyMs) {
    variants.add(
        new VariantInfo(
            variant, new Memory(1024), Map.of(), new ConcurrencyInfo(null, provisioned, readyMs)));
    return this;
  }

  /** One more phase. */
  public ScriptedRun phase(String phase, Protocol protocol) {
    phases.add(PhaseInfo.of(phase, protocol, ""));
    return this;
  }

  /** One more round of the last phase: those calls of that variant. */
  public ScriptedRun round(String variant, List<ScriptedCall> calls) {
    var phase = phases.get(phases.size() - 1).name();
    int first = invocations.size();
    stretches.add(new Stretch(phase, variant, first, calls.size(), true, null));
    nowMs += 10_000;
    for (var call : calls) {
      nowMs += call.pauseMs();
      invocations.add(invocation(new Slot(0, phase, variant, invocations.size()), call));
    }
    return this;
  }

  /** What was foretold of the last phase. */
  public ScriptedRun forecast(String variant, Metric metric, double value) {
    var phase = phases.get(phases.size() - 1).name();
    forecasts.add(
        new Forecast(
            phase,
            variant,
            List.of(),
            Map.of(metric, new Estimate(value, value, value, 400)),
            null));
    return this;
  }

  private Invocation invocation(Slot slot, ScriptedCall call) {
    long intendedNs = ns(nowMs);
    long doneNs = ns(nowMs + call.answerMs());
    var timing = new Timing(intendedNs, intendedNs, doneNs);
    return new Invocation(
        new Request(slot, timing, answer(slot, call, timing), call.route()),
        call.isRefused() || !call.route().isAwaited() ? null : platform(slot, call, doneNs),
        call.temperature(),
        handlings(slot, call));
  }

  private static Answer answer(Slot slot, ScriptedCall call, Timing timing) {
    if (call.isRefused()) {
      return new Answer(
          429,
          null,
          null,
          ThrottleReason.RESERVED_FUNCTION_CONCURRENT_INVOCATION_LIMIT_EXCEEDED,
          null,
          null,
          null);
    }
    if (!call.route().isAwaited()) {
      return new Answer(202, id(slot), null, null, null, null, null);
    }
    long startedNs = timing.doneNs() - ns(HANDLER_MS);
    var marker =
        new Marker("one", 2, timing.sentNs(), startedNs, timing.doneNs(), call.environment());
    return new Answer(200, id(slot), null, null, null, marker, null);
  }

  private static PlatformRecord platform(Slot slot, ScriptedCall call, long doneNs) {
    long billedMs = (long) Math.ceil(HANDLER_MS + call.initMs());
    var report = ReportLine.warm(id(slot), HANDLER_MS, billedMs, 1024, 90);
    return new PlatformRecord(
        slot.variant(),
        "stream",
        (long) (doneNs / NS_PER_MS),
        call.initMs() > 0 ? report.withInit(call.initMs()) : report);
  }

  /** A stream takes a record when it answers, and has all of them in one shard. */
  private List<Handling> handlings(Slot slot, ScriptedCall call) {
    var handlerMs = call.handlerMs();
    if (handlerMs == null) {
      return List.of();
    }
    boolean isStream = call.route().isStream();
    var place =
        new Handling.Place(
            1,
            0,
            isStream ? "shard" : null,
            isStream ? "key" : null,
            isStream ? (long) (nowMs + call.answerMs()) : null);
    return List.of(
        new Handling(
            "event-" + slot.index(),
            id(slot),
            "stream",
            false,
            ns(nowMs + handlerMs),
            ns(nowMs + handlerMs + HANDLER_MS),
            place,
            call.temperature()));
  }

  private static String id(Slot slot) {
    return "id-" + slot.index();
  }

  private static long ns(double ms) {
    return Math.round(ms * NS_PER_MS);
  }

  /** What its folder would hold. */
  public RunFolder.Contents contents() {
    return new RunFolder.Contents(
        new RunFolder(Path.of("RUN")),
        info(),
        invocations,
        stretches,
        List.of(),
        forecasts,
        List.of(),
        false);
  }

  private RunInfo info() {
    var json = JsonNodeFactory.instance;
    var settings = json.objectNode().put("platformTimeScale", platformTimeScale);
    return new RunInfo(
        RunInfo.SCHEMA,
        name,
        new RunInfo.Title(name, "?"),
        RunStatus.COMPLETE,
        new RunInfo.Period(SyntheticRun.START, SyntheticRun.START.plusSeconds(60)),
        1,
        new Provenance("0", null, "", 5_000_000, new Machine(64, 1, "", "")),
        new TargetInfo("embedded", "", "", true, List.of(), settings),
        new Plan(json.objectNode().put("conclusion", name), variants, phases, PRICE, PROVISIONED),
        Map.of());
  }
}
