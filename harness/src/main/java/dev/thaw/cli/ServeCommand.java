package dev.thaw.cli;

import dev.thaw.engine.EngineSettings;
import dev.thaw.engine.PlatformSettings;
import dev.thaw.target.EmbeddedTarget;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the embedded engine alone until it is stopped. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = {
      "Runs the embedded engine alone, on 127.0.0.1, until Ctrl-C.",
      "Prints the exports by which the AWS CLI and SDKs find it."
    })
final class ServeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "4566",
      description = "The port; 0 = any. Default: ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--account-concurrency",
      paramLabel = "N",
      defaultValue = "1000",
      description = "How many invocations may run at once. Default: ${DEFAULT-VALUE}.")
  private int accountConcurrency;

  @Option(
      names = "--platform-time-scale",
      paramLabel = "X",
      defaultValue = "1",
      description = {
        "How many times as fast as the clock Lambda's own waits pass (retries, provisioning,",
        "keep-alive, polls, ages). Default: ${DEFAULT-VALUE}."
      })
  private double platformTimeScale;

  @Override
  public Integer call() {
    check("--port", port, 0, 65_535);
    check("--account-concurrency", accountConcurrency, 1, 100_000);
    check(
        "--platform-time-scale",
        platformTimeScale,
        PlatformSettings.LEAST_TIME_SCALE,
        PlatformSettings.MOST_TIME_SCALE);
    try (var interrupt = new Interrupt();
        var target = new EmbeddedTarget(settings())) {
      var out = spec.commandLine().getOut();
      target.access().variables().entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(entry -> out.printf("export %s=%s%n", entry.getKey(), entry.getValue()));
      out.flush();
      spec.commandLine().getErr().println("thaw: the engine answers until Ctrl-C");
      awaitInterrupt();
      return interrupt.code(ExitCode.OK);
    }
  }

  private EngineSettings settings() {
    return EngineSettings.defaults()
        .withPort(port)
        .withPlatform(
            PlatformSettings.DEFAULT
                .withAccountConcurrency(accountConcurrency)
                .withTimeScale(platformTimeScale));
  }

  private void check(String option, double value, double min, double max) {
    if (!(value >= min && value <= max)) {
      var plain = NumberFormat.getInstance(Locale.ROOT);
      plain.setGroupingUsed(false);
      throw new ParameterException(
          spec.commandLine(),
          "%s %s is outside %s to %s"
              .formatted(option, plain.format(value), plain.format(min), plain.format(max)));
    }
  }

  private static void awaitInterrupt() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
