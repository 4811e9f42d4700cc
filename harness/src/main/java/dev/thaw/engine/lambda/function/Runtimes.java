package dev.thaw.engine.lambda.function;

import dev.thaw.engine.environment.FunctionName;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import software.amazon.awssdk.services.lambda.model.Runtime;

/**
 * The runtimes that this engine can run: Java on the host's own JVM, and whatever a package brings
 * along. See https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html.
 */
final class Runtimes {
  private static final List<String> OFFERED =
      List.of("java25", "java21", "java17", "java11", "provided.al2023", "provided.al2");

  private Runtimes() {}

  static String checked(String runtime) {
    if (OFFERED.contains(runtime)) {
      return runtime;
    }
    if (Runtime.fromValue(runtime) != Runtime.UNKNOWN_TO_SDK_VERSION) {
      throw LambdaError.invalid(
          "The runtime %s is one of AWS's that this engine cannot run. It runs %s"
              .formatted(runtime, OFFERED));
    }
    throw LambdaError.invalid(
        ("Value %s at 'runtime' failed to satisfy constraint: Member must satisfy enum value set:"
                + " %s or be a valid ARN")
            .formatted(runtime, OFFERED));
  }

  /** An ARN of the form that AWS's have; the same one for the same runtime. */
  static String versionArn(FunctionName function, String runtime) {
    return "arn:aws:lambda:%s::runtime:%s".formatted(function.region(), sha256(runtime));
  }

  private static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
