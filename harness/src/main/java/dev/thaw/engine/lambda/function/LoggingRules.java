package dev.thaw.engine.lambda.function;

import dev.thaw.engine.environment.FunctionName;
import dev.thaw.engine.environment.LogLevel;
import dev.thaw.engine.environment.LogSettings;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.model.ApplicationLogLevel;
import software.amazon.awssdk.services.lambda.model.LogFormat;
import software.amazon.awssdk.services.lambda.model.LoggingConfig;
import software.amazon.awssdk.services.lambda.model.SystemLogLevel;

/**
 * How a {@code LoggingConfig} changes, recorded 2025-11-25: localstack TestLoggingConfig.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-advanced.html">
 *     Advanced logging controls</a>
 */
final class LoggingRules {
  private LoggingRules() {}

  /**
   * The members that are not asked for stay; levels, which are those of the JSON format, come with
   * it as INFO and go with it. That AWS refuses levels of text is its reference's, the words are
   * ours.
   */
  static LoggingConfig changed(LoggingConfig old, LoggingConfig asked) {
    var format = Optional.ofNullable(asked.logFormat()).orElse(old.logFormat());
    var group = Optional.ofNullable(asked.logGroup()).orElse(old.logGroup());
    var changed = LoggingConfig.builder().logFormat(format).logGroup(group);
    if (format == LogFormat.JSON) {
      return changed
          .applicationLogLevel(
              first(
                  asked.applicationLogLevel(), old.applicationLogLevel(), ApplicationLogLevel.INFO))
          .systemLogLevel(first(asked.systemLogLevel(), old.systemLogLevel(), SystemLogLevel.INFO))
          .build();
    }
    if (asked.applicationLogLevel() != null || asked.systemLogLevel() != null) {
      throw LambdaError.invalid(
          "ApplicationLogLevel and SystemLogLevel can be set for the log format JSON only.");
    }
    return changed.build();
  }

  private static <T> T first(@Nullable T asked, @Nullable T old, T otherwise) {
    return Optional.ofNullable(asked).or(() -> Optional.ofNullable(old)).orElse(otherwise);
  }

  /** The same for environments. */
  static LogSettings settings(FunctionName name, LoggingConfig config) {
    var group = config.logGroup().equals(Configurations.logGroup(name)) ? null : config.logGroup();
    if (config.logFormat() != LogFormat.JSON) {
      return new LogSettings(group, null);
    }
    var levels =
        new LogSettings.Levels(
            LogLevel.valueOf(config.applicationLogLevelAsString()),
            LogLevel.valueOf(config.systemLogLevelAsString()));
    return new LogSettings(group, levels);
  }
}
