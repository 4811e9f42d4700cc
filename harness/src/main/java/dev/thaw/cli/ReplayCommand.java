package dev.thaw.cli;

import dev.thaw.experiment.fit.FitFile;
import dev.thaw.experiment.predict.Tariff;
import dev.thaw.experiment.replay.Replay;
import dev.thaw.experiment.replay.ReplaySettings;
import dev.thaw.experiment.replay.ReplaySheet;
import dev.thaw.experiment.replay.Replayed;
import dev.thaw.invocation.Memory;
import dev.thaw.invocation.Notation;
import dev.thaw.load.Distribution;
import dev.thaw.load.trace.TraceExtract;
import dev.thaw.results.RunFolder;
import dev.thaw.results.RunFolderException;
import dev.thaw.rules.concurrency.Account;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs the model under a recorded trace. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = {
      "Says what the reference model expects of recorded invocations, function by function.",
      "The trace's format is found by its header: Azure Functions 2019 or 2021, or a CSV of timestamps. Of a run's folder the load is replayed, with the service times, memory and limits that the run had unless options say otherwise."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:replayed", "2:wrong usage, or a mistake in the trace"})
final class ReplayCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private SheetFormat format;

  @Parameters(
      paramLabel = "TRACE",
      description = "A trace's file, or a run's folder or its name below reports/runs.")
  private Path trace = Path.of("");

  @Option(
      names = "--function",
      paramLabel = "NAME",
      description = "Only that function, or those whose names begin so up to a slash.")
  private @Nullable String function;

  @Option(
      names = "--times",
      paramLabel = "PRESET|FIT|RUN",
      description =
          "What a cold start takes: a preset, or for a run what thaw fit wrote, or another run with"
              + " the same variants. Default: "
              + ReplaySettings.PRESET
              + "; of a run its own times.")
  private @Nullable String times;

  @Option(
      names = "--warm",
      paramLabel = "DISTRIBUTION",
      description =
          "Warm durations, for example 'lognormal 50 ms 0.8'. Default: those of the trace, if it has"
              + " them, or of the run.")
  private @Nullable String warm;

  @Option(
      names = "--memory",
      paramLabel = "MB",
      description = "Every function's memory. Default: 512; of a run each variant's own.")
  private @Nullable Integer memory;

  @Option(
      names = "--keep-alive",
      paramLabel = "TIME",
      description = "How long idle environments are kept. Default: 10 min, or as in the run.")
  private @Nullable String keepAlive;

  @Option(
      names = "--max-lifetime",
      paramLabel = "TIME",
      description = "How long an environment lives at most. Default: 2 h, or as in the run.")
  private @Nullable String maxLifetime;

  @Option(
      names = "--account-concurrency",
      paramLabel = "N",
      description =
          "Invocations that may run at once in the account. Default: "
              + Account.DEFAULT_LIMIT
              + ", or as in the run.")
  private @Nullable Integer accountConcurrency;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "What everything random is drawn from. Default: ${DEFAULT-VALUE}.")
  private long seed = 1;

  private final Surroundings surroundings;

  ReplayCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    checkLimits();
    var run = run();
    var replayed = run.isPresent() ? ofRun(run.orElseThrow()) : ofTrace();
    format.print(ReplaySheet.of(replayed), replayed, spec.commandLine().getOut(), surroundings);
    return ExitCode.OK;
  }

  /** The run's folder that is meant, here or below reports/runs, if it is one. */
  private Optional<RunFolder> run() throws IOException {
    var here = surroundings.workingFolder().resolve(trace);
    var folder = Files.exists(here) ? here : surroundings.runs().resolve(trace);
    return Files.isDirectory(folder) ? Optional.of(RunFolder.open(folder)) : Optional.empty();
  }

  private Replayed ofTrace() {
    var extract = TraceExtract.of(surroundings.workingFolder().resolve(trace));
    return Replay.of(
        function == null ? extract : extract.function(function),
        settings(times, ReplaySettings.Limits.USUAL));
  }

  private Replayed ofRun(RunFolder folder) throws IOException {
    var run = folder.read();
    if (run.isPartial()) {
      spec.commandLine().getErr().println("thaw: the run is partial; this is of what it has");
    }
    var fit = fit();
    return Replay.of(
        run,
        fit.isPresent() ? fit.orElseThrow() : FitFile.of(run),
        Optional.ofNullable(function),
        settings(fit.isPresent() ? null : times, ReplaySettings.Limits.of(run.info())));
  }

  /** What {@code --times} names, unless that is a preset. */
  private Optional<FitFile> fit() throws IOException {
    try {
      return times == null ? Optional.empty() : TimesOption.fit(times, surroundings);
    } catch (IllegalArgumentException | RunFolderException e) {
      throw new ParameterException(spec.commandLine(), "--times: " + e.getMessage(), e);
    }
  }

  private ReplaySettings settings(@Nullable String preset, ReplaySettings.Limits usual) {
    return new ReplaySettings(
        preset,
        parsed("--warm", warm, Distribution::parse),
        parsed("--memory", memory, Memory::new),
        new ReplaySettings.Limits(
            or(parsed("--keep-alive", keepAlive, Notation::duration), usual.keepAlive()),
            or(parsed("--max-lifetime", maxLifetime, Notation::duration), usual.maxLifetime()),
            or(accountConcurrency, usual.accountConcurrency())),
        Tariff.bundled(),
        seed);
  }

  private static <T> T or(@Nullable T given, T usual) {
    return given == null ? usual : given;
  }

  /** Wrong options are told before a trace is read. */
  private void checkLimits() {
    if (accountConcurrency != null && accountConcurrency < 1) {
      throw new ParameterException(
          spec.commandLine(), "--account-concurrency %d is below 1".formatted(accountConcurrency));
    }
    settings(times, ReplaySettings.Limits.USUAL);
  }

  private <T, R> @Nullable R parsed(String option, @Nullable T value, Function<T, R> parser) {
    try {
      return value == null ? null : parser.apply(value);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), option + ": " + e.getMessage(), e);
    }
  }
}
