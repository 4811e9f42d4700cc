package dev.thaw.cli;

import dev.thaw.experiment.predict.Tariff;
import dev.thaw.experiment.replay.Replay;
import dev.thaw.experiment.replay.ReplaySettings;
import dev.thaw.experiment.replay.ReplaySheet;
import dev.thaw.invocation.Memory;
import dev.thaw.invocation.Notation;
import dev.thaw.load.Distribution;
import dev.thaw.load.trace.TraceExtract;
import dev.thaw.rules.concurrency.Account;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
      "The trace's format is found by its header: Azure Functions 2019 or 2021, a CSV of timestamps, or the folder of a run."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:replayed", "2:wrong usage, or a mistake in the trace"})
final class ReplayCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private SheetFormat format;

  @Parameters(paramLabel = "TRACE", description = "A trace's file, or a run's folder.")
  private Path trace = Path.of("");

  @Option(
      names = "--function",
      paramLabel = "NAME",
      description = "Only that function, or those whose names begin so up to a slash.")
  private @Nullable String function;

  @Option(
      names = "--times",
      paramLabel = "PRESET",
      defaultValue = "aws-2026-java17-zip",
      description = "What a cold start takes. Default: ${DEFAULT-VALUE}.")
  private String times = "";

  @Option(
      names = "--warm",
      paramLabel = "DISTRIBUTION",
      description =
          "Warm durations, for example 'lognormal 50 ms 0.8'. Default: the trace's, if it has them.")
  private @Nullable String warm;

  @Option(
      names = "--memory",
      paramLabel = "MB",
      defaultValue = "512",
      description = "Every function's memory. Default: ${DEFAULT-VALUE}.")
  private int memory;

  @Option(
      names = "--keep-alive",
      paramLabel = "TIME",
      defaultValue = "10 min",
      description = "How long idle environments are kept. Default: ${DEFAULT-VALUE}.")
  private String keepAlive = "";

  @Option(
      names = "--max-lifetime",
      paramLabel = "TIME",
      defaultValue = "2 h",
      description = "How long an environment lives at most. Default: ${DEFAULT-VALUE}.")
  private String maxLifetime = "";

  @Option(
      names = "--account-concurrency",
      paramLabel = "N",
      description = "Invocations that may run at once in the account. Default: ${DEFAULT-VALUE}.")
  private int accountConcurrency = Account.DEFAULT_LIMIT;

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
    var extract = TraceExtract.of(file());
    var replayed = Replay.of(function == null ? extract : extract.function(function), settings());
    format.print(ReplaySheet.of(replayed), replayed, spec.commandLine().getOut(), surroundings);
    return ExitCode.OK;
  }

  private ReplaySettings settings() {
    if (accountConcurrency < 1) {
      throw new ParameterException(
          spec.commandLine(), "--account-concurrency %d is below 1".formatted(accountConcurrency));
    }
    return new ReplaySettings(
        times,
        warm == null ? null : parsed("--warm", warm, Distribution::parse),
        parsed("--memory", memory, Memory::new),
        new ReplaySettings.Kept(
            parsed("--keep-alive", keepAlive, Notation::duration),
            parsed("--max-lifetime", maxLifetime, Notation::duration)),
        accountConcurrency,
        Tariff.bundled(),
        seed);
  }

  /** The trace's file; of a run's folder, what its generator recorded. */
  private Path file() throws IOException {
    var path = surroundings.workingFolder().resolve(trace);
    if (!Files.isDirectory(path)) {
      return path;
    }
    try (var files = Files.newDirectoryStream(path, "requests-*.ndjson.gz")) {
      var requests = files.iterator();
      if (requests.hasNext()) {
        return requests.next();
      }
    }
    throw new ParameterException(
        spec.commandLine(), "'%s' is not a run: it has no requests".formatted(trace));
  }

  private <T, R> R parsed(String option, T value, Function<T, R> parser) {
    try {
      return parser.apply(value);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), option + ": " + e.getMessage(), e);
    }
  }
}
