package dev.thaw.engine.lambda;

import dev.thaw.engine.environment.Invoker;
import dev.thaw.engine.protocol.AwsService;
import dev.thaw.engine.protocol.Binding;
import dev.thaw.engine.protocol.BodyLimit;
import dev.thaw.engine.protocol.OperationTable;
import dev.thaw.engine.protocol.RestJson;
import dev.thaw.engine.protocol.RestTable;
import dev.thaw.engine.protocol.Service;
import dev.thaw.engine.s3.Buckets;
import dev.thaw.invocation.Clock;
import dev.thaw.rules.concurrency.Account;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import software.amazon.awssdk.services.lambda.model.CreateFunctionRequest;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionRequest;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;
import software.amazon.awssdk.services.lambda.model.ListFunctionsRequest;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionCodeRequest;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionConfigurationRequest;

/** Lambda's operations: https://docs.aws.amazon.com/lambda/latest/api/API_Operations.html. */
public final class LambdaService {
  private static final String FUNCTIONS = "/2015-03-31/functions";
  private static final String FUNCTION = FUNCTIONS + "/{FunctionName}";
  private static final int LARGEST_PACKAGE_REQUEST = 70_167_211;
  private static final int LARGEST_PAYLOAD = 6 * 1024 * 1024;

  private LambdaService() {}

  /** Where Lambda's parts live and work: its folder for unpacked code, S3, and who runs things. */
  public record Surroundings(
      Path folder, Buckets buckets, Invoker invoker, Account account, Executor workers) {}

  public static Service create(Surroundings around, Clock clock, Supplier<String> ids) {
    var operations = operations(Lambda.create(around, clock, ids));
    return new AwsService(new RestJson(), operations, around.workers());
  }

  private static OperationTable operations(Lambda lambda) {
    return RestTable.empty()
        .knowing(KnownOperations.lines())
        .with("POST", FUNCTION + "/invocations", invoke(lambda))
        .with("POST", FUNCTIONS, create(lambda))
        .with(
            "GET",
            FUNCTIONS,
            Binding.of("ListFunctions", ListFunctionsRequest::builder, new ListFunctions(lambda))
                .constraints(LambdaConstraints.LIST_FUNCTIONS))
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
        .with("PUT", FUNCTION + "/code", updateCode(lambda))
        .with(
            "DELETE",
            FUNCTION,
            Binding.of("DeleteFunction", DeleteFunctionRequest::builder, new DeleteFunction(lambda))
                .constraints(LambdaConstraints.BY_NAME_AND_QUALIFIER)
                .status(204));
  }

  private static Binding invoke(Lambda lambda) {
    return Binding.async("Invoke", InvokeRequest::builder, new Invoke(lambda))
        .constraints(LambdaConstraints.INVOKE)
        .limit(
            new BodyLimit(
                LARGEST_PAYLOAD,
                LambdaError.REQUEST_ENTITY_TOO_LARGE,
                tooLarge(LARGEST_PAYLOAD, "InvokeFunction")));
  }

  private static Binding create(Lambda lambda) {
    return Binding.of("CreateFunction", CreateFunctionRequest::builder, new CreateFunction(lambda))
        .status(201)
        .constraints(LambdaConstraints.CREATE_FUNCTION)
        .limit(packages("CreateFunction"));
  }

  private static Binding updateCode(Lambda lambda) {
    return Binding.of(
            "UpdateFunctionCode",
            UpdateFunctionCodeRequest::builder,
            new UpdateFunctionCode(lambda))
        .constraints(LambdaConstraints.UPDATE_FUNCTION_CODE)
        .limit(packages("UpdateFunctionCode"));
  }

  /** Recorded 2025-11-25: test_oversized_request_create_lambda. */
  private static BodyLimit packages(String operation) {
    return new BodyLimit(
        LARGEST_PACKAGE_REQUEST,
        LambdaError.REQUEST_ENTITY_TOO_LARGE,
        tooLarge(LARGEST_PACKAGE_REQUEST, operation));
  }

  private static String tooLarge(int limit, String operation) {
    return "Request must be smaller than " + limit + " bytes for the " + operation + " operation";
  }
}
