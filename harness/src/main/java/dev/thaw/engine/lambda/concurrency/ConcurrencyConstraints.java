package dev.thaw.engine.lambda.concurrency;

import static dev.thaw.engine.lambda.function.LambdaConstraints.NAME;
import static dev.thaw.engine.lambda.function.LambdaConstraints.QUALIFIER;
import static dev.thaw.engine.protocol.Constraint.atLeast;
import static dev.thaw.engine.protocol.Constraint.atMost;
import static dev.thaw.engine.protocol.Constraint.longest;
import static dev.thaw.engine.protocol.Constraint.pattern;
import static dev.thaw.engine.protocol.Constraint.required;

import dev.thaw.engine.protocol.Constraints;

/** Constraints of the operations on concurrency, from Lambda's API reference. */
final class ConcurrencyConstraints {
  static final Constraints BY_NAME =
      Constraints.of(longest("FunctionName", 140), pattern("FunctionName", NAME));

  static final Constraints PUT_FUNCTION_CONCURRENCY =
      Constraints.of(
          longest("FunctionName", 140),
          pattern("FunctionName", NAME),
          required("ReservedConcurrentExecutions"),
          atLeast("ReservedConcurrentExecutions", 0));

  static final Constraints BY_QUALIFIER =
      Constraints.of(
          longest("FunctionName", 140),
          pattern("FunctionName", NAME),
          required("Qualifier"),
          longest("Qualifier", 128),
          pattern("Qualifier", QUALIFIER));

  static final Constraints PUT_PROVISIONED =
      Constraints.of(
          longest("FunctionName", 140),
          pattern("FunctionName", NAME),
          required("Qualifier"),
          longest("Qualifier", 128),
          pattern("Qualifier", QUALIFIER),
          required("ProvisionedConcurrentExecutions"),
          atLeast("ProvisionedConcurrentExecutions", 1));

  static final Constraints LIST_PROVISIONED =
      Constraints.of(
          longest("FunctionName", 140),
          pattern("FunctionName", NAME),
          atLeast("MaxItems", 1),
          atMost("MaxItems", 50));

  private ConcurrencyConstraints() {}
}
