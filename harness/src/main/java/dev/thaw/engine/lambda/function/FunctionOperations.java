package dev.thaw.engine.lambda.function;

import dev.thaw.engine.protocol.Binding;
import dev.thaw.engine.protocol.BodyLimit;
import dev.thaw.engine.protocol.OperationGroup;
import dev.thaw.engine.protocol.RestTable;
import software.amazon.awssdk.services.lambda.model.CreateFunctionRequest;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionRequest;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;
import software.amazon.awssdk.services.lambda.model.ListFunctionsRequest;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionCodeRequest;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionConfigurationRequest;

/** Operations on functions themselves, and Invoke. */
public record FunctionOperations(Lambda lambda, AsyncEvents events) implements OperationGroup {
  private static final String FUNCTIONS = "/2015-03-31/functions";
  private static final String FUNCTION = FUNCTIONS + "/{FunctionName}";
  private static final int LARGEST_PACKAGE_REQUEST = 70_167_211;
  private static final int LARGEST_PAYLOAD = 6 * 1024 * 1024;

  @Override
  public RestTable addTo(RestTable table) {
    return table
        .with("POST", FUNCTION + "/invocations", invoke())
        .with("POST", FUNCTIONS, create())
        .with(
            "GET",
            FUNCTIONS,
            Binding.of("ListFunctions", ListFunctionsRequest::builder, new ListFunctions(lambda))
                .constraints(LambdaConstraints.LIST_FUNCTIONS)
                .lacking("MasterRegion"))
        .with(
            "GET",
            FUNCTION,
            Binding.of("GetFunction", GetFunctionRequest::builder, new GetFunction(lambda))
                .constraints(LambdaConstraints.BY_NAME_AND_QUALIFIER))
        .with(
            "GET",
            FUNCTION + "/configuration",
            Binding.of(
                    "GetFunctionConfiguration",
                    GetFunctionConfigurationRequest::builder,
                    new GetFunctionConfiguration(lambda))
                .constraints(LambdaConstraints.BY_NAME_AND_QUALIFIER))
        .with(
            "PUT",
            FUNCTION + "/configuration",
            Binding.of(
                    "UpdateFunctionConfiguration",
                    UpdateFunctionConfigurationRequest::builder,
                    new UpdateFunctionConfiguration(lambda))
                .constraints(LambdaConstraints.UPDATE_FUNCTION_CONFIGURATION))
        .with("PUT", FUNCTION + "/code", updateCode())
        .with(
            "DELETE",
            FUNCTION,
            Binding.of("DeleteFunction", DeleteFunctionRequest::builder, new DeleteFunction(lambda))
                .constraints(LambdaConstraints.BY_NAME_AND_QUALIFIER)
                .status(204));
  }

  private Binding invoke() {
    return Binding.async("Invoke", InvokeRequest::builder, new Invoke(lambda, events))
        .constraints(LambdaConstraints.INVOKE)
        .lacking("TenantId", "DurableExecutionName")
        .limit(
            new BodyLimit(
                LARGEST_PAYLOAD,
                LambdaError.REQUEST_ENTITY_TOO_LARGE,
                tooLarge(LARGEST_PAYLOAD, "InvokeFunction")));
  }

  private Binding create() {
    return Binding.of("CreateFunction", CreateFunctionRequest::builder, new CreateFunction(lambda))
        .status(201)
        .constraints(LambdaConstraints.CREATE_FUNCTION)
        .limit(packages("CreateFunction"));
  }

  private Binding updateCode() {
    return Binding.of(
            "UpdateFunctionCode",
            UpdateFunctionCodeRequest::builder,
            new UpdateFunctionCode(lambda))
        .constraints(LambdaConstraints.UPDATE_FUNCTION_CODE)
        .limit(packages("UpdateFunctionCode"));
  }

  /** Recorded 2025-11-25: test_oversized_request_create_lambda. */
  public static BodyLimit packages(String operation) {
    return new BodyLimit(
        LARGEST_PACKAGE_REQUEST,
        LambdaError.REQUEST_ENTITY_TOO_LARGE,
        tooLarge(LARGEST_PACKAGE_REQUEST, operation));
  }

  private static String tooLarge(int limit, String operation) {
    return "Request must be smaller than " + limit + " bytes for the " + operation + " operation";
  }
}
