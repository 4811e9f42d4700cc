package dev.thaw.engine.lambda.async;

import static dev.thaw.engine.protocol.Constraint.atLeast;
import static dev.thaw.engine.protocol.Constraint.atMost;
import static dev.thaw.engine.protocol.Constraint.longest;
import static dev.thaw.engine.protocol.Constraint.pattern;

import dev.thaw.engine.lambda.function.Lambda;
import dev.thaw.engine.lambda.function.LambdaConstraints;
import dev.thaw.engine.protocol.Binding;
import dev.thaw.engine.protocol.Constraint;
import dev.thaw.engine.protocol.Constraints;
import dev.thaw.engine.protocol.OperationGroup;
import dev.thaw.engine.protocol.RestTable;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionEventInvokeConfigRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionEventInvokeConfigRequest;
import software.amazon.awssdk.services.lambda.model.ListFunctionEventInvokeConfigsRequest;
import software.amazon.awssdk.services.lambda.model.PutFunctionEventInvokeConfigRequest;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionEventInvokeConfigRequest;

/** Operations on the configuration of asynchronous invocations. */
public record EventInvokeOperations(Lambda lambda, EventInvokeConfigs configs)
    implements OperationGroup {
  private static final String CONFIG = "/2019-09-25/functions/{FunctionName}/event-invoke-config";

  // As recorded 2025-11-25: localstack test_lambda_eventinvokeconfig_exceptions.
  private static final String DESTINATION =
      "$|kafka://([^.]([a-zA-Z0-9\\-_.]{0,248}))|arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\\-])+:"
          + "((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1})?:(\\d{12})?:(.*)";

  private static final Constraints LIST =
      Constraints.of(name(), atLeast("MaxItems", 1), atMost("MaxItems", 50));

  private static final Constraints CHANGE =
      Constraints.of(
          longest("Qualifier", 128),
          pattern("Qualifier", LambdaConstraints.QUALIFIER),
          longest("FunctionName", 140),
          name(),
          atLeast("MaximumRetryAttempts", 0),
          atMost("MaximumRetryAttempts", 2),
          atLeast("MaximumEventAgeInSeconds", 60),
          atMost("MaximumEventAgeInSeconds", 21_600),
          longest("DestinationConfig.OnSuccess.Destination", 350),
          pattern("DestinationConfig.OnSuccess.Destination", DESTINATION),
          longest("DestinationConfig.OnFailure.Destination", 350),
          pattern("DestinationConfig.OnFailure.Destination", DESTINATION));

  private static Constraint name() {
    return pattern("FunctionName", LambdaConstraints.NAME);
  }

  @Override
  public RestTable addTo(RestTable table) {
    return changes(table)
        .with(
            "GET",
            CONFIG,
            Binding.of(
                    "GetFunctionEventInvokeConfig",
                    GetFunctionEventInvokeConfigRequest::builder,
                    new GetFunctionEventInvokeConfig(lambda, configs))
                .constraints(LambdaConstraints.BY_NAME_AND_QUALIFIER))
        .with(
            "GET",
            CONFIG + "/list",
            Binding.of(
                    "ListFunctionEventInvokeConfigs",
                    ListFunctionEventInvokeConfigsRequest::builder,
                    new ListFunctionEventInvokeConfigs(lambda, configs))
                .constraints(LIST));
  }

  private RestTable changes(RestTable table) {
    return table
        .with(
            "PUT",
            CONFIG,
            Binding.of(
                    "PutFunctionEventInvokeConfig",
                    PutFunctionEventInvokeConfigRequest::builder,
                    new PutFunctionEventInvokeConfig(lambda, configs))
                .constraints(CHANGE))
        .with(
            "POST",
            CONFIG,
            Binding.of(
                    "UpdateFunctionEventInvokeConfig",
                    UpdateFunctionEventInvokeConfigRequest::builder,
                    new UpdateFunctionEventInvokeConfig(lambda, configs))
                .constraints(CHANGE))
        .with(
            "DELETE",
            CONFIG,
            Binding.of(
                    "DeleteFunctionEventInvokeConfig",
                    DeleteFunctionEventInvokeConfigRequest::builder,
                    new DeleteFunctionEventInvokeConfig(lambda, configs))
                .status(204)
                .constraints(LambdaConstraints.BY_NAME_AND_QUALIFIER));
  }
}
