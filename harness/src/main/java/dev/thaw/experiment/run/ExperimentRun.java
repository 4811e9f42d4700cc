package dev.thaw.experiment.run;

import dev.thaw.experiment.Experiment;
import dev.thaw.experiment.RunEvent;
import dev.thaw.experiment.RunListener;
import dev.thaw.experiment.bench.EngineBurnIn;
import dev.thaw.experiment.forecast.RunForecast;
import dev.thaw.experiment.generator.Generator;
import dev.thaw.experiment.generator.GeneratorCommand;
import dev.thaw.experiment.protocol.Protocol;
import dev.thaw.experiment.protocol.Stage;
import dev.thaw.experiment.protocol.TimeLeft;
import dev.thaw.invocation.Clock;
import dev.thaw.invocation.PlatformRecord;
import dev.thaw.load.GeneratorOrder;
import dev.thaw.results.InvocationCount;
import dev.thaw.results.RunFolder;
import dev.thaw.results.RunInfo;
import dev.thaw.results.RunStatus;
import dev.thaw.target.Deployment;
import dev.thaw.target.EmbeddedTarget;
import dev.thaw.target.FunctionSettings;
import dev.thaw.target.Target;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One run of an experiment against a target: deploy, drive, collect, into a run folder that can be
 * read whatever happens.
 */
public final class ExperimentRun {
  /** Enough for the client's own code to be compiled (facts: pacing). */
  private static final int BURN_IN_REQUESTS = 8_000;

  /** After about as many the embedded engine's round trip gets no shorter. */
  private static final int ENGINE_REQUESTS = 4_000;

  private static final Duration LOG_WAIT = Duration.ofSeconds(10);

  private final Experiment experiment;
  private final RunSetup setup;
  private final Target target;
  private final Clock clock;
  private final RunListener listener;

  public ExperimentRun(
      Experiment experiment, RunSetup setup, Target target, Clock clock, RunListener listener) {
    this.experiment = experiment;
    this.setup = setup;
    this.target = target;
    this.clock = clock;
    this.listener = listener;
  }

  /**
   * Runs the experiment. An interrupt of this thread ends the run early; its folder then says so.
   *
   * @return the folder, whose {@code run.json} says how far the run got
   */
  public RunFolder run() throws IOException {
    var folder = RunFolder.create(setup.runs(), experiment.name(), clock.now());
    var info = new RunDescription(experiment, setup, target).startedAt(folder.id(), clock.now());
    folder.write(info);
    try {
      info = measure(folder, info);
      folder.write(info.ended(RunStatus.COMPLETE, clock.now()));
    } catch (RuntimeException | IOException e) {
      boolean isInterrupted = Thread.interrupted();
      folder.write(
          info.ended(isInterrupted ? RunStatus.INTERRUPTED : RunStatus.FAILED, clock.now()));
      if (isInterrupted) {
        return folder;
      }
      throw e;
    }
    predict(folder);
    // What was measured is complete and can be reported, whoever is impatient now.
    var unused = Thread.interrupted();
    return folder;
  }

  /** What is known of the run when it has been deployed. */
  private RunInfo measure(RunFolder folder, RunInfo info) throws IOException {
    var timeLeft =
        new TimeLeft(
            clock, experiment.phases(), experiment.variants().size(), experiment.platform());
    listener.on(new RunEvent.Started(experiment, folder.path(), timeLeft.left()));
    try (var generator = startGenerator(folder);
        var deployment = new Deployment(target, clock);
        var stretches = folder.stretches()) {
      burnIn();
      deploy(deployment, folder.id());
      var deployed = info.deployed(deployment.readyAfter());
      folder.write(deployed);
      listener.on(new RunEvent.BurningIn("load generator", BURN_IN_REQUESTS));
      generator.awaitReady();
      drive(
          folder,
          new Stage(experiment, deployment, generator, setup.seed(), stretches::add),
          timeLeft);
      generator.finish();
      return deployed.counted(collect(folder, deployment, info));
    }
  }

  private Generator startGenerator(RunFolder folder) {
    var access = target.access();
    var generator =
        Generator.start(
            new GeneratorCommand(setup.home(), folder.path()).arguments(),
            access.variables(),
            folder.path().resolve("generator.log"));
    generator.open(
        new GeneratorOrder.Open(
            access.endpoint(),
            access.region(),
            folder.requestsFile(0).toString(),
            0,
            1,
            BURN_IN_REQUESTS));
    return generator;
  }

  /** While the generator starts: of a target in this process the code must be compiled, too. */
  private void burnIn() throws IOException {
    if (target instanceof EmbeddedTarget) {
      var sample = FunctionSettings.sample();
      listener.on(new RunEvent.BurningIn("engine", ENGINE_REQUESTS));
      new EngineBurnIn(sample, clock)
          .run(setup.packages().read(sample.packageSource()), ENGINE_REQUESTS);
    }
  }

  private void deploy(Deployment deployment, String runId) {
    var variants = experiment.variants();
    for (int i = 0; i < variants.size(); i++) {
      var variant = variants.get(i);
      listener.on(new RunEvent.Deploying(variant.name(), i + 1, variants.size()));
      var zip = setup.packages().read(variant.function().packageSource());
      var settings = variant.function().doing(experiment.payload());
      deployment.deploy(runId, variant.name(), settings, zip);
      experiment.phases().forEach(phase -> deployment.route(variant.name(), phase.route()));
    }
  }

  /** Functions that share this machine wait for each other when it is busy: that is noted. */
  private void drive(RunFolder folder, Stage stage, TimeLeft timeLeft) throws IOException {
    if (!target.info().sharesMachine()) {
      drive(stage, timeLeft);
      return;
    }
    try (var uses = folder.cpu();
        var watch = new CpuWatch(setup.cpu(), clock, uses::add)) {
      watch.start();
      drive(stage, timeLeft);
    }
  }

  private void drive(Stage stage, TimeLeft timeLeft) {
    for (var phase : experiment.phases()) {
      listener.on(new RunEvent.PhaseStarted(phase));
      Protocol.of(phase, stage, timeLeft, listener).run();
    }
  }

  /** The model's turn: before the run's own figures have been reckoned. */
  private void predict(RunFolder folder) throws IOException {
    var run = folder.read();
    if (!run.isPartial()) {
      var forecasts = RunForecast.of(experiment, run, listener);
      if (!Thread.currentThread().isInterrupted()) {
        folder.write(forecasts);
      }
    }
  }

  /** Writes what the logs say; how many invocations each variant had, by log and by metric. */
  private Map<String, InvocationCount> collect(
      RunFolder folder, Deployment deployment, RunInfo info) throws IOException {
    var awaited = AwaitedLogs.of(folder.read().invocations());
    var evidence =
        deployment.collect(
            awaited,
            info.period().startedAt(),
            LOG_WAIT,
            found -> listener.on(new RunEvent.Collecting(found, awaited.count())));
    try (var platform = folder.platform();
        var handlings = folder.handlings()) {
      evidence.records().forEach(platform::add);
      evidence.handlings().forEach(handlings::add);
    }
    return count(evidence.records(), deployment, info.period().startedAt());
  }

  private Map<String, InvocationCount> count(
      List<PlatformRecord> records, Deployment deployment, Instant since) {
    var reported =
        records.stream()
            .collect(Collectors.groupingBy(PlatformRecord::function, Collectors.counting()));
    var counts = new HashMap<String, InvocationCount>();
    for (var variant : experiment.variants()) {
      long own = reported.getOrDefault(deployment.function(variant.name()).name(), 0L);
      deployment
          .invocations(variant.name(), since)
          .ifPresent(counted -> counts.put(variant.name(), new InvocationCount(counted, own)));
    }
    return counts;
  }
}
