package dev.thaw.engine.lambda.function;

import static dev.thaw.engine.protocol.Constraint.atLeast;
import static dev.thaw.engine.protocol.Constraint.atMost;
import static dev.thaw.engine.protocol.Constraint.eachOneOf;
import static dev.thaw.engine.protocol.Constraint.eachPattern;
import static dev.thaw.engine.protocol.Constraint.longest;
import static dev.thaw.engine.protocol.Constraint.oneOf;
import static dev.thaw.engine.protocol.Constraint.pattern;
import static dev.thaw.engine.protocol.Constraint.required;
import static dev.thaw.engine.protocol.Constraint.shortest;

import dev.thaw.engine.protocol.Constraints;
import java.util.List;

/**
 * Lambda's constraints by operation, from its API reference; patterns and texts as recorded
 * 2025-11-25 (localstack test_lambda_api, test_function_name_and_qualifier_validation).
 */
public final class LambdaConstraints {
  private static final String REGION = "((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?";
  public static final String NAME =
      "(arn:(aws[a-zA-Z-]*)?:lambda:)?"
          + REGION
          + "(\\d{12}:)?(function:)?([a-zA-Z0-9-_]+)(:(\\$LATEST|[a-zA-Z0-9-_]+))?";
  public static final String NAMESPACED_NAME =
      "(arn:(aws[a-zA-Z-]*)?:lambda:)?"
          + REGION
          + "(\\d{12}:)?(function:)?([a-zA-Z0-9-_\\.]+)"
          + "(:(\\$LATEST(\\.PUBLISHED)?|[a-zA-Z0-9-_]+))?";
  public static final String QUALIFIER = "\\$(LATEST(\\.PUBLISHED)?)|[a-zA-Z0-9-_$]+";
  public static final String ROLE =
      "arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+";
  public static final String LAYER_VERSION =
      "(arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:\\d{12}:"
          + "layer:[a-zA-Z0-9-_]+:[0-9]+)|(arn:[a-zA-Z0-9-]+:lambda:::awslayer:[a-zA-Z0-9-_]+)";
  private static final List<String> APPLICATION_LEVELS =
      List.of("TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL");
  private static final List<String> ARCHITECTURES = List.of("x86_64", "arm64");

  private static final Constraints HANDLER =
      Constraints.of(
          longest("Handler", 128),
          pattern("Handler", "[^\\s]+"),
          longest("Description", 256),
          atLeast("Timeout", 1),
          atMost("Timeout", 900),
          atLeast("MemorySize", 128),
          atMost("MemorySize", 10_240));

  private static final Constraints SURROUNDINGS =
      Constraints.of(
          atLeast("EphemeralStorage.Size", 512),
          atMost("EphemeralStorage.Size", 10_240),
          oneOf("TracingConfig.Mode", List.of("Active", "PassThrough")),
          oneOf("SnapStart.ApplyOn", List.of("PublishedVersions", "None")),
          eachPattern("Layers", 2048, LAYER_VERSION),
          oneOf("LoggingConfig.LogFormat", List.of("JSON", "Text")),
          oneOf("LoggingConfig.ApplicationLogLevel", APPLICATION_LEVELS),
          oneOf("LoggingConfig.SystemLogLevel", List.of("DEBUG", "INFO", "WARN")),
          longest("LoggingConfig.LogGroup", 512),
          pattern("LoggingConfig.LogGroup", "[\\.\\-_/#A-Za-z0-9]+"));

  public static final Constraints CREATE_FUNCTION =
      Constraints.of(
              required("FunctionName"),
              shortest("FunctionName", 1),
              longest("FunctionName", 140),
              pattern("FunctionName", NAME),
              required("Role"),
              pattern("Role", ROLE),
              required("Code"))
          .and(HANDLER)
          .and(
              Constraints.of(
                  oneOf("PackageType", List.of("Zip", "Image")),
                  longest("Architectures", 1),
                  eachOneOf("Architectures", ARCHITECTURES)))
          .and(SURROUNDINGS);

  public static final Constraints UPDATE_FUNCTION_CONFIGURATION =
      Constraints.of(
              required("FunctionName"),
              longest("FunctionName", 140),
              pattern("FunctionName", NAME),
              pattern("Role", ROLE))
          .and(HANDLER)
          .and(SURROUNDINGS);

  public static final Constraints UPDATE_FUNCTION_CODE =
      Constraints.of(
          required("FunctionName"),
          longest("FunctionName", 140),
          pattern("FunctionName", NAME),
          longest("Architectures", 1),
          eachOneOf("Architectures", ARCHITECTURES));

  public static final Constraints BY_NAME_AND_QUALIFIER =
      Constraints.of(
          longest("Qualifier", 128),
          pattern("Qualifier", QUALIFIER),
          longest("FunctionName", 256),
          pattern("FunctionName", NAMESPACED_NAME));

  public static final Constraints INVOKE =
      BY_NAME_AND_QUALIFIER.and(
          Constraints.of(
              oneOf("InvocationType", List.of("Event", "RequestResponse", "DryRun")),
              oneOf("LogType", List.of("None", "Tail"))));

  public static final Constraints LIST_FUNCTIONS =
      Constraints.of(
          oneOf("FunctionVersion", List.of("ALL")),
          atLeast("MaxItems", 1),
          atMost("MaxItems", 10_000));

  private LambdaConstraints() {}
}
