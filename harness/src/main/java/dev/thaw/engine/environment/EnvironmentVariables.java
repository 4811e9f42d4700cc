package dev.thaw.engine.environment;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The variables that a function's processes see: Lambda's own, with the user's between the defaults
 * that they may change and the reserved ones that they may not. Of this machine's variables only
 * PATH gets through. Recorded 2026-01-12, localstack test_introspection_invoke; folders are this
 * machine's instead of {@code /var/task}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html">Variables</a>
 */
final class EnvironmentVariables {
  private EnvironmentVariables() {}

  static Map<String, String> of(EnvironmentIdentity environment, Path tmp) {
    var function = environment.function();
    var variables = new TreeMap<>(defaults(function, tmp));
    variables.putAll(function.variables());
    variables.putAll(reserved(environment));
    return variables;
  }

  private static Map<String, String> defaults(FunctionVersion function, Path tmp) {
    var code = function.code().toString();
    var layers = function.layersFromTop();
    return Map.of(
        "LANG", "en_US.UTF-8",
        "TZ", ":UTC",
        "PATH", Executables.path() + within(layers, "bin"),
        "LD_LIBRARY_PATH", code + ":" + code + "/lib" + within(layers, "lib") + ":/opt/lib",
        "TMPDIR", tmp.toString(),
        "AWS_XRAY_CONTEXT_MISSING", "LOG_ERROR",
        "AWS_XRAY_DAEMON_ADDRESS", "169.254.100.1:2000");
  }

  /**
   * That folder of each layer, where AWS's paths have the one under {@code /opt}: nobody but root
   * could lay the layers over it.
   */
  private static String within(List<Path> layers, String folder) {
    return layers.stream().map(layer -> ":" + layer.resolve(folder)).collect(Collectors.joining());
  }

  private static Map<String, String> reserved(EnvironmentIdentity environment) {
    var function = environment.function();
    var variables = new TreeMap<String, String>();
    variables.put("_HANDLER", function.handler());
    variables.put("AWS_REGION", function.name().region());
    variables.put("AWS_DEFAULT_REGION", function.name().region());
    variables.put("AWS_LAMBDA_FUNCTION_NAME", function.name().name());
    variables.put("AWS_LAMBDA_FUNCTION_VERSION", function.version());
    variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", String.valueOf(function.memory().megabytes()));
    variables.put("AWS_LAMBDA_LOG_GROUP_NAME", function.logGroup());
    variables.put("AWS_LAMBDA_LOG_STREAM_NAME", environment.logStream());
    var levels = function.attachments().logging().json();
    if (levels != null) {
      variables.put("AWS_LAMBDA_LOG_FORMAT", "JSON");
      variables.put("AWS_LAMBDA_LOG_LEVEL", levels.application().name());
    }
    variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", environment.type().wire());
    variables.put("LAMBDA_TASK_ROOT", function.code().toString());
    variables.put("LAMBDA_RUNTIME_DIR", "/var/runtime");
    if (!function.runtime().startsWith("provided")) {
      variables.put("AWS_EXECUTION_ENV", "AWS_Lambda_" + function.runtime());
    }
    variables.putAll(credentials());
    return variables;
  }

  /** In the form of a role's temporary credentials, but valid nowhere. */
  private static Map<String, String> credentials() {
    return Map.of(
        "AWS_ACCESS_KEY_ID", "ASIATHAWNOTVALID0000",
        "AWS_SECRET_ACCESS_KEY", "thaw-not-a-secret",
        "AWS_SESSION_TOKEN", "thaw-not-a-token");
  }
}
