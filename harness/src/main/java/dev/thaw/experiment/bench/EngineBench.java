package dev.thaw.experiment.bench;

import dev.thaw.engine.EngineSettings;
import dev.thaw.engine.environment.Attachments;
import dev.thaw.engine.environment.EnvironmentFleet;
import dev.thaw.engine.environment.FleetSettings;
import dev.thaw.engine.environment.FunctionName;
import dev.thaw.engine.environment.FunctionVersion;
import dev.thaw.invocation.Clock;
import dev.thaw.invocation.Memory;
import dev.thaw.stats.Sample;
import dev.thaw.target.DeployedFunction;
import dev.thaw.target.Deployment;
import dev.thaw.target.EmbeddedTarget;
import dev.thaw.target.FunctionSettings;
import dev.thaw.target.Packages;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the embedded engine adds to the sample function: cold starts beside the same command started
 * bare, warm invocations beside plain HTTP to the same handler, and ten cold invocations beside
 * one. Each pair is measured in turns, in one run.
 */
public final class EngineBench implements AutoCloseable {
  private static final double NS_PER_MS = 1e6;
  private static final String HANDLER = "dev.thaw.sample.WorkHandler::handleRequest";
  private static final int COLD_PAIRS = 15;
  private static final int WARM_BLOCKS = 10;
  private static final int WARM_PER_BLOCK = 500;
  private static final int CONNECTIONS = 8;
  private static final int TEN = 10;
  private static final Duration LOAD_TIME = Duration.ofSeconds(2);

  private final Clock clock;
  private final Path home;
  private final EmbeddedTarget target;
  private final Deployment deployment;
  private final DeployedFunction function;
  private final URI invocations;

  /** Starts an engine and deploys the sample function of this Thaw folder. */
  public EngineBench(Path home, Clock clock) {
    this.clock = clock;
    this.home = home;
    this.target = new EmbeddedTarget(EngineSettings.defaults());
    this.deployment = new Deployment(target, clock);
    var settings = FunctionSettings.sample();
    this.function =
        deployment.deploy(
            "bench", "java", settings, new Packages(home, home).read(settings.packageSource()));
    this.invocations =
        target
            .access()
            .endpoint()
            .resolve("/2015-03-31/functions/" + function.name() + "/invocations");
  }

  private Path code() {
    return home.resolve("sample-functions/java/target/classes");
  }

  /** Cold start as a client of the engine sees it, beside the very same command started bare. */
  public Measured coldStart() throws IOException {
    var bare = new double[COLD_PAIRS];
    var engine = new double[COLD_PAIRS];
    var folder = Files.createTempDirectory("thaw-bench");
    try (var fleet =
        EnvironmentFleet.start(FleetSettings.in(folder, clock), (group, log, at, line) -> {})) {
      for (int i = 0; i < COLD_PAIRS; i++) {
        if (i % 2 == 0) {
          bare[i] = bareColdStartMs(fleet);
          engine[i] = coldStartMs(i);
        } else {
          engine[i] = coldStartMs(i);
          bare[i] = bareColdStartMs(fleet);
        }
      }
    }
    return new Measured(
        "cold start, median",
        "ms",
        median(bare),
        median(engine),
        COLD_PAIRS,
        "HTTP invoke of a stale function / spawn to first response of the same command");
  }

  private double coldStartMs(int cycle) throws IOException {
    function.renewEnvironments(cycle);
    try (var loop = new HttpLoop(clock, invocations, "{}")) {
      return loop.roundTripNs() / NS_PER_MS;
    }
  }

  private double bareColdStartMs(EnvironmentFleet fleet) throws IOException {
    var command = fleet.command(version());
    var payload = "{}".getBytes(StandardCharsets.UTF_8);
    return new BareRuntime(clock).run(command, payload, 0, Duration.ZERO).coldStartNs() / NS_PER_MS;
  }

  private FunctionVersion version() {
    return new FunctionVersion(
        new FunctionName("us-east-1", "000000000000", "bare"),
        "$LATEST",
        "bare",
        "java17",
        HANDLER,
        new Memory(512),
        Duration.ofSeconds(10),
        code(),
        Map.of(),
        Attachments.NONE);
  }

  /** Warm invocations over one connection, and over eight at once, beside plain HTTP. */
  public List<Measured> warm() throws IOException {
    try (var bare = BareHttp.start(code(), clock)) {
      return List.of(latency(bare.uri()), throughput(bare.uri()));
    }
  }

  private Measured latency(URI bare) throws IOException {
    var bareMs = new ArrayList<Double>();
    var engineMs = new ArrayList<Double>();
    try (var bareLoop = new HttpLoop(clock, bare, "{}");
        var engineLoop = new HttpLoop(clock, invocations, "{}")) {
      for (int block = 0; block < 2 * WARM_BLOCKS; block++) {
        // The first half warms both up.
        boolean counts = block >= WARM_BLOCKS;
        for (int i = 0; i < WARM_PER_BLOCK; i++) {
          add(bareMs, bareLoop.roundTripNs(), counts);
        }
        for (int i = 0; i < WARM_PER_BLOCK; i++) {
          add(engineMs, engineLoop.roundTripNs(), counts);
        }
      }
    }
    return new Measured(
        "warm invoke, p50",
        "ms",
        median(bareMs),
        median(engineMs),
        engineMs.size(),
        "one connection; invoke / plain HTTP to the same handler");
  }

  private static void add(List<Double> samples, long ns, boolean counts) {
    if (counts) {
      samples.add(ns / NS_PER_MS);
    }
  }

  private Measured throughput(URI bare) throws IOException {
    rate(bare);
    rate(invocations);
    double bareRate = rate(bare);
    double engineRate = rate(invocations);
    return new Measured(
        "warm invokes",
        "/s",
        bareRate,
        engineRate,
        (int) (engineRate * LOAD_TIME.toSeconds()),
        "%d connections; invoke / plain HTTP to the same handler".formatted(CONNECTIONS));
  }

  private double rate(URI uri) throws IOException {
    long end = clock.nanoTime() + LOAD_TIME.toNanos();
    var counts =
        Together.run(
            CONNECTIONS,
            () -> {
              double count = 0;
              try (var loop = new HttpLoop(clock, uri, "{}")) {
                while (clock.nanoTime() < end) {
                  loop.roundTripNs();
                  count++;
                }
              }
              return count;
            });
    return counts.stream().mapToDouble(count -> count).sum() / LOAD_TIME.toSeconds();
  }

  /** Ten cold invocations at once of a function that takes 1 s, beside one. */
  public Measured tenAtOnce() throws IOException {
    var one = new double[3];
    var ten = new double[3];
    for (int i = 0; i < one.length; i++) {
      one[i] = slowestMs(1);
      ten[i] = slowestMs(TEN);
    }
    return new Measured(
        "ten cold 1 s invokes at once",
        "ms",
        median(one),
        median(ten),
        one.length,
        "until all ten are answered / one such invoke; %d CPUs"
            .formatted(Runtime.getRuntime().availableProcessors()));
  }

  private double slowestMs(int clients) throws IOException {
    function.renewEnvironments((int) (clock.nanoTime() % Integer.MAX_VALUE));
    var took =
        Together.run(
            clients,
            () -> {
              try (var loop = new HttpLoop(clock, invocations, "{\"sleepMs\":1000}")) {
                return loop.roundTripNs() / NS_PER_MS;
              }
            });
    return took.stream().mapToDouble(ms -> ms).max().orElseThrow();
  }

  private static double median(double[] values) {
    return Sample.of(values).median();
  }

  private static double median(List<Double> values) {
    return median(values.stream().mapToDouble(value -> value).toArray());
  }

  @Override
  public void close() {
    deployment.close();
    target.close();
  }
}
