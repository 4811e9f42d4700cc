package dev.thaw.engine.lambda.layer;

import static dev.thaw.engine.protocol.Constraint.atLeast;
import static dev.thaw.engine.protocol.Constraint.atMost;
import static dev.thaw.engine.protocol.Constraint.eachOneOf;
import static dev.thaw.engine.protocol.Constraint.longest;
import static dev.thaw.engine.protocol.Constraint.oneOf;
import static dev.thaw.engine.protocol.Constraint.pattern;
import static dev.thaw.engine.protocol.Constraint.required;

import dev.thaw.engine.lambda.function.LambdaConstraints;
import dev.thaw.engine.protocol.Constraint;
import dev.thaw.engine.protocol.Constraints;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.lambda.model.Runtime;

/**
 * Constraints of the operations on layers, from Lambda's API reference; texts as recorded
 * 2026-01-12 (localstack test_layer_exceptions).
 */
final class LayerConstraints {
  private static final List<String> ARCHITECTURES = List.of("x86_64", "arm64");
  private static final Set<String> RUNTIMES =
      Runtime.knownValues().stream().map(Runtime::toString).collect(Collectors.toSet());

  /** Those that the message tells are fewer than those that are taken. */
  private static final List<String> RUNTIMES_TOLD =
      List.of(
          ("nodejs20.x, python3.14, provided.al2023, python3.12, python3.13, nodejs24.x, nodejs22.x,"
                  + " java25, python3.10, python3.11, java21, ruby3.3, ruby3.4, ruby3.2, python3.8,"
                  + " python3.9, java17, nodejs16.x, dotnet10, dotnet8, java11, dotnet6, nodejs18.x,"
                  + " provided.al2, java8.al2")
              .split(", ", -1));

  private static final List<String> RUNTIMES_LISTED =
      List.of(
          ("ruby3.5, ruby2.6, dotnetcore1.0, python3.7, nodejs8.10, nasa, ruby2.7,"
                  + " python2.7-greengrass, dotnetcore2.0, python3.8, java21, dotnet6,"
                  + " dotnetcore2.1, python3.9, java11, nodejs6.10, provided, dotnetcore3.1,"
                  + " dotnet8, java25, java17, nodejs, nodejs4.3, java8.al2, go1.x, dotnet10,"
                  + " nodejs20.x, go1.9, byol, nodejs10.x, provided.al2023, nodejs22.x, python3.10,"
                  + " java8, nodejs12.x, python3.11, nodejs24.x, nodejs8.x, python3.12, nodejs14.x,"
                  + " nodejs8.9, nodejs26.x, python3.13, python3.14, nodejs16.x, python3.15,"
                  + " provided.al2, nodejs4.3-edge, nodejs18.x, ruby3.2, python3.4, ruby3.3,"
                  + " ruby3.4, ruby2.5, python3.6, python2.7")
              .split(", ", -1));

  private static final Constraint NAME =
      pattern(
          "LayerName",
          "(arn:[a-zA-Z0-9-]+:lambda:[a-zA-Z0-9-]+:\\d{12}:layer:[a-zA-Z0-9-_]+)|[a-zA-Z0-9-_]+");

  static final Constraints PUBLISH =
      Constraints.of(
          longest("LayerName", 140),
          NAME,
          longest("Description", 256),
          required("Content"),
          longest("CompatibleRuntimes", 15),
          eachOneOf("CompatibleRuntimes", RUNTIMES, RUNTIMES_TOLD),
          longest("LicenseInfo", 512),
          longest("CompatibleArchitectures", 2),
          eachOneOf("CompatibleArchitectures", ARCHITECTURES));

  static final Constraints BY_NAME = Constraints.of(longest("LayerName", 140), NAME);

  static final Constraints BY_ARN =
      Constraints.of(
          required("Arn"), longest("Arn", 140), pattern("Arn", LambdaConstraints.LAYER_VERSION));

  static final Constraints LIST =
      Constraints.of(
          longest("LayerName", 140),
          NAME,
          oneOf("CompatibleRuntime", RUNTIMES_LISTED),
          oneOf("CompatibleArchitecture", ARCHITECTURES),
          atLeast("MaxItems", 1),
          atMost("MaxItems", 50));

  static final Constraints PERMISSION =
      Constraints.of(
          longest("LayerName", 140),
          NAME,
          required("StatementId"),
          longest("StatementId", 100),
          pattern("StatementId", "([a-zA-Z0-9-_]+)"),
          required("Action"),
          longest("Action", 22),
          pattern("Action", "lambda:GetLayerVersion"),
          required("Principal"),
          pattern("Principal", "\\d{12}|\\*|arn:(aws[a-zA-Z-]*):iam::\\d{12}:root"),
          longest("OrganizationId", 34),
          pattern("OrganizationId", "o-[a-z0-9]{10,32}"));

  private LayerConstraints() {}
}
