package dev.thaw.engine.lambda.version;

import static dev.thaw.engine.protocol.Constraint.atLeast;
import static dev.thaw.engine.protocol.Constraint.atMost;
import static dev.thaw.engine.protocol.Constraint.eachKey;
import static dev.thaw.engine.protocol.Constraint.eachValueBetween;
import static dev.thaw.engine.protocol.Constraint.longest;
import static dev.thaw.engine.protocol.Constraint.pattern;
import static dev.thaw.engine.protocol.Constraint.required;

import dev.thaw.engine.lambda.function.LambdaConstraints;
import dev.thaw.engine.protocol.Constraints;

/**
 * Constraints of the operations on versions and aliases, from Lambda's API reference; texts as
 * recorded 2025-11-25 (localstack test_lambda_api, test_alias_naming and
 * test_notfound_and_invalid_routingconfigs).
 */
final class VersionConstraints {
  private static final String ALIAS = "(?!^[0-9]+$)([a-zA-Z0-9-_]+)";
  private static final String VERSION = "(\\$LATEST|[0-9]+)";
  private static final String WEIGHTS = "RoutingConfig.AdditionalVersionWeights";

  static final Constraints PUBLISH =
      Constraints.of(
          required("FunctionName"),
          longest("FunctionName", 140),
          pattern("FunctionName", LambdaConstraints.NAME),
          longest("Description", 256));

  static final Constraints LIST =
      Constraints.of(
          longest("FunctionName", 140),
          pattern("FunctionName", LambdaConstraints.NAME),
          longest("FunctionVersion", 1024),
          pattern("FunctionVersion", VERSION),
          atLeast("MaxItems", 1),
          atMost("MaxItems", 10_000));

  static final Constraints ALIAS_BY_NAME =
      Constraints.of(
          longest("FunctionName", 140),
          pattern("FunctionName", LambdaConstraints.NAME),
          longest("Name", 128),
          pattern("Name", ALIAS));

  static final Constraints CREATE_ALIAS =
      Constraints.of(
          longest("FunctionName", 140),
          pattern("FunctionName", LambdaConstraints.NAME),
          required("Name"),
          longest("Name", 128),
          pattern("Name", ALIAS),
          required("FunctionVersion"),
          longest("FunctionVersion", 1024),
          pattern("FunctionVersion", VERSION),
          longest("Description", 256),
          eachKey(WEIGHTS, 1024, "[0-9]+"),
          eachValueBetween(WEIGHTS, 0, 1));

  static final Constraints UPDATE_ALIAS =
      Constraints.of(
          longest("FunctionName", 140),
          pattern("FunctionName", LambdaConstraints.NAME),
          longest("Name", 128),
          pattern("Name", ALIAS),
          longest("FunctionVersion", 1024),
          pattern("FunctionVersion", VERSION),
          longest("Description", 256),
          eachKey(WEIGHTS, 1024, "[0-9]+"),
          eachValueBetween(WEIGHTS, 0, 1));

  private VersionConstraints() {}
}
