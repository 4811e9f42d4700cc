package dev.thaw.results;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.thaw.invocation.Answer;
import dev.thaw.invocation.InitializationType;
import dev.thaw.invocation.Marker;
import dev.thaw.invocation.Memory;
import dev.thaw.invocation.PlatformRecord;
import dev.thaw.invocation.Price;
import dev.thaw.invocation.ReportLine;
import dev.thaw.invocation.Request;
import dev.thaw.invocation.Slot;
import dev.thaw.invocation.Timing;
import dev.thaw.stats.Estimate;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A run folder that no load generator wrote: two variants whose times are drawn from stated
 * distributions with a fixed seed, so that reports of it never change.
 */
public final class SyntheticRun {
  public static final Instant START = Instant.parse("2025-11-23T14:32:00Z");
  private static final long MS = 1_000_000;

  /** How a variant behaves: medians in ms and the spread of their logarithm. */
  public record Behaviour(
      String name, double hiddenMs, double initMs, double firstMs, double warmMs, double spread) {}

  public static final Behaviour ZIP = new Behaviour("zip", 96, 212, 29, 1.6, 0.1);
  public static final Behaviour IMAGE = new Behaviour("image", 58, 308, 31, 1.62, 0.24);

  /** How much of everything. */
  public record Size(int cycles, double warmSeconds, double rate) {}

  /** Which environment served, and its how-manieth invocation that was. */
  private record Use(long environment, long index) {}

  public static final Size USUAL = new Size(20, 8, 40);

  private final RunFolder folder;
  private final SplittableRandom random;
  private final List<Request> requests = new ArrayList<>();
  private final List<PlatformRecord> platform = new ArrayList<>();
  private final List<Stretch> stretches = new ArrayList<>();
  private final List<CpuUse> cpu = new ArrayList<>();
  private long nowNs = START.getEpochSecond() * 1_000 * MS;
  private long environment;

  private SyntheticRun(RunFolder folder, long seed) {
    this.folder = folder;
    this.random = new SplittableRandom(seed);
  }

  /** A complete run of both variants. */
  public static RunFolder complete(Path runs, Size size) throws IOException {
    var run = of(runs);
    run.measure(ZIP, size);
    run.measure(IMAGE, size);
    run.discardCycle("image");
    var folder = run.write(RunStatus.COMPLETE, "zip", "image");
    folder.write(
        Forecasts.of(
            List.of(
                forecast("zip", 3.6),
                forecast("image", 3.9),
                Forecast.none("cold", "zip", "there are 4 of the 5 cold starts it takes"))));
    return folder;
  }

  /** As the model might have foreseen the load: its median is right for one of the two. */
  private static Forecast forecast(String variant, double medianMs) {
    var source =
        new Forecast.Source("warm duration", "lognormal, median 1.6 ms", "its warm-up", 20);
    return new Forecast(
        "steady",
        variant,
        List.of(source),
        Map.of(
            Metric.WARM_CLIENT_P50,
            new Estimate(medianMs, medianMs - 0.1, medianMs + 0.1, 400),
            Metric.COLD_RATIO,
            new Estimate(0.003, 0.0, 0.0105, 400),
            Metric.COST_LOAD,
            new Estimate(0.22, 0.215, 0.228, 400)),
        null);
  }

  /** One cold start and one warm request of one variant. */
  public static RunFolder oneSample(Path runs) throws IOException {
    var run = of(runs);
    run.cold(ZIP, 0);
    run.stretches.add(new Stretch("cold", "zip", 0, 1, true, null));
    run.warm(ZIP, 0, false);
    run.stretches.add(new Stretch("steady", "zip", 0, 1, true, null));
    return run.write(RunStatus.COMPLETE, "zip");
  }

  /** Every request fails; the error text tries to break out of a page. */
  public static RunFolder onlyErrors(Path runs) throws IOException {
    var run = of(runs);
    for (int i = 0; i < 40; i++) {
      run.failed(i);
    }
    run.stretches.add(new Stretch("steady", "zip", 0, 40, true, null));
    return run.write(RunStatus.COMPLETE, "zip");
  }

  /**
   * Killed in the middle: status RUNNING, no process, some of the load planned but not recorded.
   */
  public static RunFolder killed(Path runs) throws IOException {
    var run = of(runs);
    run.measure(ZIP, new Size(7, 2, 40));
    return run.write(RunStatus.RUNNING, "zip", "image");
  }

  private static SyntheticRun of(Path runs) throws IOException {
    return new SyntheticRun(RunFolder.create(runs, "zip-or-image", START), 42);
  }

  private void measure(Behaviour variant, Size size) {
    for (int i = 0; i < size.cycles(); i++) {
      cold(variant, i);
      stretches.add(new Stretch("cold", variant.name(), i, 1, true, null));
      nowNs += 900 * MS;
    }
    for (int i = 0; i < 20; i++) {
      warm(variant, i, false);
      nowNs += 25 * MS;
    }
    stretches.add(new Stretch("steady", variant.name(), 0, 20, false, Stretch.WARM_UP));
    long endNs = nowNs + (long) (size.warmSeconds() * 1_000 * MS);
    cpu.add(new CpuUse(nowNs, nowNs + 250 * MS, 0.97));
    int index = 20;
    while (nowNs < endNs) {
      boolean isCold = index == 71 || (variant.equals(IMAGE) && index == 140);
      warm(variant, index++, isCold);
      nowNs += (long) (-StrictMath.log(1 - random.nextDouble()) * 1_000 * MS / size.rate());
    }
    stretches.add(new Stretch("steady", variant.name(), 20, index - 20, true, null));
  }

  private void discardCycle(String variant) {
    int index = 999;
    add(new Slot(0, "cold", variant, index), 4, new Use(environment, 2), null, 1.4);
    stretches.add(new Stretch("cold", variant, index, 1, false, "warm instead of cold"));
  }

  private void cold(Behaviour variant, int index) {
    boolean isSlow = random.nextDouble() < (variant.equals(IMAGE) ? 0.1 : 0.02);
    double initMs = draw(variant.initMs(), variant.spread()) * (isSlow ? 1.7 : 1);
    double firstMs = draw(variant.firstMs(), 0.08);
    double clientMs =
        draw(variant.hiddenMs(), variant.spread()) + initMs + firstMs + draw(1.9, 0.15);
    add(
        new Slot(0, "cold", variant.name(), index),
        clientMs,
        new Use(++environment, 1),
        initMs,
        firstMs);
  }

  private void warm(Behaviour variant, int index, boolean isCold) {
    boolean isSlow = random.nextDouble() < 0.012;
    double durationMs = draw(variant.warmMs(), 0.22) * (isSlow ? 7 : 1);
    double initMs = isCold ? draw(variant.initMs(), variant.spread()) : 0;
    double clientMs =
        durationMs + draw(1.9, 0.15) + initMs + (isCold ? variant.hiddenMs() + 25 : 0);
    add(
        new Slot(0, "steady", variant.name(), index),
        clientMs,
        isCold ? new Use(++environment, 1) : new Use(environment, index + 2),
        isCold ? initMs : null,
        durationMs);
  }

  private void add(
      Slot slot, double clientMs, Use use, @Nullable Double initMs, double durationMs) {
    long sentNs = nowNs + (long) (draw(0.06, 0.7) * MS);
    long doneNs = sentNs + (long) (clientMs * MS);
    long startedNs = doneNs - (long) ((durationMs + 1) * MS);
    long initializedNs = use.index() == 1 ? startedNs : START.getEpochSecond() * 1_000 * MS;
    var requestId = String.format(Locale.ROOT, "00000000-0000-0000-0000-%012d", requests.size());
    var marker =
        new Marker(
            "environment-" + use.environment(),
            use.index(),
            initializedNs,
            startedNs,
            doneNs,
            InitializationType.ON_DEMAND);
    long billedMs = (long) Math.ceil(durationMs + (initMs == null ? 0 : initMs));
    var report = ReportLine.warm(requestId, round(durationMs), billedMs, 512, 96);
    requests.add(
        new Request(
            slot,
            new Timing(nowNs, sentNs, doneNs),
            new Answer(200, requestId, null, null, null, marker, null)));
    platform.add(
        new PlatformRecord(
            "thaw-" + slot.variant(),
            "2025/11/23/[$LATEST]" + use.environment(),
            doneNs / MS,
            initMs == null ? report : report.withInit(round(initMs))));
  }

  private void failed(int index) {
    requests.add(
        new Request(
            new Slot(0, "steady", "zip", index),
            new Timing(nowNs, nowNs + 40_000, nowNs + 3 * MS),
            new Answer(0, null, null, null, null, null, "refused </script><b>&amp;\u2028 'x'")));
    nowNs += 25 * MS;
  }

  private double draw(double median, double spread) {
    return median * StrictMath.exp(spread * random.nextGaussian());
  }

  private static double round(double ms) {
    return Math.round(ms * 100) / 100.0;
  }

  private RunFolder write(RunStatus status, String... variants) throws IOException {
    try (var requestsFile = folder.requests(0);
        var platformFile = folder.platform();
        var stretchesFile = folder.stretches();
        var cpuFile = folder.cpu()) {
      requests.forEach(requestsFile::add);
      platform.forEach(platformFile::add);
      stretches.forEach(stretchesFile::add);
      cpu.forEach(cpuFile::add);
    }
    folder.write(info(status, List.of(variants)));
    return folder;
  }

  private RunInfo info(RunStatus status, List<String> variants) {
    var running =
        new RunInfo(
            RunInfo.SCHEMA,
            folder.id(),
            new RunInfo.Title("zip-or-image", "Does a container image start as fast as a ZIP?"),
            RunStatus.RUNNING,
            new RunInfo.Period(START, null),
            42,
            new Provenance(
                "0.1.0",
                "092ed70",
                "thaw run zip-or-image --target embedded --seed 42",
                // Beyond Linux' largest process id.
                5_000_000,
                new Machine(2, 24_000, "Linux 6.1 amd64", "17.0.15")),
            target(),
            plan(variants),
            Map.of());
    return status == RunStatus.RUNNING
        ? running
        : running.ended(status, START.plusNanos(nowNs - START.getEpochSecond() * 1_000 * MS));
  }

  private static TargetInfo target() {
    return new TargetInfo(
        "embedded",
        "engine inside this process, functions are local processes",
        "eu-west-1",
        true,
        List.of(
            new Deviation(
                "CPU does not scale with memory.",
                "A local process takes the CPU it finds; compare memory sizes on AWS only.")),
        null);
  }

  private static Plan plan(List<String> variants) {
    return new Plan(
        JsonNodeFactory.instance.objectNode().put("name", "zip-or-image"),
        variants.stream()
            .map(
                name ->
                    new VariantInfo(
                        name,
                        new Memory(512),
                        new TreeMap<>(Map.of("runtime", "java17", "package", name))))
            .toList(),
        List.of(
            PhaseInfo.of("cold", Protocol.FORCED_COLD_STARTS, "20 cycles of 1"),
            PhaseInfo.of("steady", Protocol.WARM_STEADY_LOAD, "poisson 40/s for 8 s")),
        new Price(
            "us-east-1",
            "x86_64",
            2e-7,
            1.66667e-5,
            "https://aws.amazon.com/lambda/pricing/",
            "2026-08"));
  }
}
