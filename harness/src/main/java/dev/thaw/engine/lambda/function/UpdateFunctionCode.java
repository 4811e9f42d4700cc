package dev.thaw.engine.lambda.function;

import dev.thaw.engine.protocol.AwsException;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.engine.protocol.Shapes;
import java.util.List;
import software.amazon.awssdk.services.lambda.model.FunctionCode;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionCodeRequest;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionCodeResponse;

/** https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionCode.html. */
record UpdateFunctionCode(Lambda lambda)
    implements Operation<UpdateFunctionCodeRequest, UpdateFunctionCodeResponse> {
  private static final List<String> LACKING = List.of("Publish", "PublishTo", "DryRun");

  @Override
  public UpdateFunctionCodeResponse handle(Call call, UpdateFunctionCodeRequest request) {
    var reference = FunctionReference.of(call, "UpdateFunctionCode", request.functionName(), null);
    Updates.check(lambda.functions().get(reference), request.revisionId());
    Configurations.refuseLacking(request, LACKING);
    if (request.imageUri() != null) {
      throw LambdaError.invalid(
          "Please don't provide ImageUri when updating a function with packageType Zip.");
    }
    var source = Shapes.copy(request, FunctionCode.builder()).build();
    var code = lambda.code().accept(lambda.source().read(source));
    var updated = replace(reference, request, code);
    lambda.deployments().begin(reference.name(), updated);
    return Shapes.copy(updated.configuration(), UpdateFunctionCodeResponse.builder())
        .runtimeVersionConfig(lambda.runtimeVersion(reference.name(), updated))
        .build();
  }

  private StoredFunction replace(
      FunctionReference reference, UpdateFunctionCodeRequest request, CodePackage code) {
    try {
      return lambda
          .functions()
          .update(
              reference,
              old -> {
                Updates.check(old, request.revisionId());
                lambda.code().release(old.code());
                var changed = old.configuration().toBuilder();
                if (request.hasArchitectures()) {
                  changed.architecturesWithStrings(request.architecturesAsStrings());
                }
                return Updates.begin(lambda, old, changed, code);
              });
    } catch (AwsException tooLate) {
      lambda.code().release(code);
      throw tooLate;
    }
  }
}
