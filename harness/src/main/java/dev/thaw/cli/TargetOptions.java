package dev.thaw.cli;

import dev.thaw.engine.EngineSettings;
import dev.thaw.experiment.Experiment;
import dev.thaw.target.EmbeddedTarget;
import dev.thaw.target.EndpointTarget;
import dev.thaw.target.Target;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options that say what is measured against. */
final class TargetOptions {
  /** The targets that exist so far. */
  enum Kind {
    embedded
  }

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--target",
      paramLabel = "NAME",
      defaultValue = "embedded",
      description =
          "What to run against: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE} (functions are"
              + " processes of this machine).")
  private Kind kind = Kind.embedded;

  @Option(
      names = "--endpoint-url",
      paramLabel = "URL",
      description =
          "An endpoint that already runs and speaks the AWS API, such as thaw serve. Credentials and"
              + " region come from AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_REGION.")
  private @Nullable URI endpointUrl;

  Target open(Experiment experiment, Surroundings surroundings) {
    if (endpointUrl != null) {
      if (endpointUrl.getScheme() == null || endpointUrl.getHost() == null) {
        throw new ParameterException(
            spec.commandLine(),
            "--endpoint-url '%s' is not a URL such as http://127.0.0.1:4566"
                .formatted(endpointUrl));
      }
      return EndpointTarget.of(endpointUrl, surroundings.variables());
    }
    return switch (kind) {
      case embedded ->
          new EmbeddedTarget(EngineSettings.defaults().withPlatform(experiment.platform()));
    };
  }
}
