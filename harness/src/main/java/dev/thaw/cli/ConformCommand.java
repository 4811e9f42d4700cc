package dev.thaw.cli;

import dev.thaw.engine.EngineSettings;
import dev.thaw.engine.PlatformSettings;
import dev.thaw.target.EmbeddedTarget;
import dev.thaw.target.EndpointTarget;
import dev.thaw.target.Packages;
import dev.thaw.target.Target;
import dev.thaw.target.TargetException;
import dev.thaw.target.conform.Catalogue;
import dev.thaw.target.conform.Check;
import dev.thaw.target.conform.Checked;
import dev.thaw.target.conform.Conformance;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Holds an endpoint to what was recorded from AWS. */
@Command(
    name = "conform",
    mixinStandardHelpOptions = true,
    description = {
      "Holds an endpoint to what was recorded from AWS, and prints the table of its fidelity.",
      "Makes functions, streams, tables, queues and buckets of its own, and deletes them."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every check passed",
      "1:deviations, or operations that the endpoint lacks",
      "2:wrong usage",
      "3:could not measure: the endpoint does not answer",
      "130:interrupted"
    })
final class ConformCommand implements Callable<Integer> {
  /**
   * Minutes of AWS's waiting pass in seconds, and a function's milliseconds stay far below them.
   */
  private static final double EMBEDDED_SCALE = 20;

  private static final int EMBEDDED_PARALLEL = 12;
  private static final int ENDPOINT_PARALLEL = 8;

  @Spec private CommandSpec spec;
  @Mixin private SheetFormat format;

  @Option(
      names = "--endpoint-url",
      paramLabel = "URL",
      description =
          "An endpoint that already runs and speaks the AWS API. Credentials and region come from"
              + " AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_REGION. Default: an engine of its"
              + " own.")
  private @Nullable URI endpointUrl;

  @Option(
      names = "--only",
      paramLabel = "ID",
      split = ",",
      description = "Runs these checks (R1.2) or facts (R1) alone.")
  private List<String> only = new ArrayList<>();

  @Option(names = "--list", description = "Lists the checks and runs none.")
  private boolean isList;

  @Option(
      names = "--platform-time-scale",
      paramLabel = "X",
      description =
          "How many times as fast as the clock the platform's waits pass: of an endpoint, what it was"
              + " started with. Default: 1 for an endpoint, 20 for the engine.")
  private @Nullable Double scale;

  @Option(
      names = "--parallel",
      paramLabel = "N",
      description = "How many checks run at once. Default: 8 on an endpoint, 12 on the engine.")
  private @Nullable Integer parallel;

  @Option(
      names = "--role",
      paramLabel = "ARN",
      description = "The role of the functions, where the endpoint looks at it.")
  private @Nullable String role;

  private final Surroundings surroundings;

  ConformCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    checkUsage();
    var checks = Catalogue.only(only);
    if (isList) {
      list(checks);
      return ExitCode.OK;
    }
    try (var interrupt = new Interrupt()) {
      return interrupt.code(measured(checks));
    }
  }

  private void checkUsage() {
    only.stream()
        .filter(id -> !Catalogue.has(id))
        .findFirst()
        .ifPresent(id -> fail("--only %s: there is no such check; see --list".formatted(id)));
    if (scale != null
        && !(scale >= PlatformSettings.LEAST_TIME_SCALE
            && scale <= PlatformSettings.MOST_TIME_SCALE)) {
      fail("--platform-time-scale %s is outside 0.001 to 10000".formatted(scale));
    }
    if (parallel != null && (parallel < 1 || parallel > 100)) {
      fail("--parallel %s is outside 1 to 100".formatted(parallel));
    }
    if (endpointUrl != null && (endpointUrl.getScheme() == null || endpointUrl.getHost() == null)) {
      fail("--endpoint-url '%s' is not a URL such as http://127.0.0.1:4566".formatted(endpointUrl));
    }
  }

  private void fail(String message) {
    throw new ParameterException(spec.commandLine(), message);
  }

  private void list(List<Check> checks) {
    for (var check : checks) {
      spec.commandLine()
          .getOut()
          .printf("%-7s %s%n        %s%n", check.id(), check.what(), check.source());
    }
  }

  private int measured(List<Check> checks) {
    try (var target = target()) {
      var fidelity =
          new Conformance(target, surroundings.clock(), wish()).run(checks, this::progress);
      format.print(FidelitySheet.of(fidelity), fidelity, spec.commandLine().getOut(), surroundings);
      return fidelity.count(Checked.Status.PASSED) == checks.size()
          ? ExitCode.OK
          : ExitCode.DEVIATIONS;
    } catch (TargetException e) {
      spec.commandLine().getErr().println("thaw: " + e.getMessage());
      return ExitCode.INCONCLUSIVE;
    }
  }

  private Target target() {
    return endpointUrl == null
        ? new EmbeddedTarget(
            EngineSettings.defaults()
                .withPlatform(PlatformSettings.DEFAULT.withTimeScale(timeScale())))
        : EndpointTarget.of(endpointUrl, surroundings.variables());
  }

  private double timeScale() {
    double usual = endpointUrl == null ? EMBEDDED_SCALE : 1;
    return scale == null ? usual : scale;
  }

  private Conformance.Wish wish() {
    int usual = endpointUrl == null ? EMBEDDED_PARALLEL : ENDPOINT_PARALLEL;
    return new Conformance.Wish(
        timeScale(),
        parallel == null ? usual : parallel,
        role,
        new Packages(surroundings.home(), surroundings.workingFolder()));
  }

  private synchronized void progress(Checked check) {
    spec.commandLine()
        .getErr()
        .printf("%-11s %-7s %s%n", check.status().word(), check.id(), check.what());
    spec.commandLine().getErr().flush();
  }
}
