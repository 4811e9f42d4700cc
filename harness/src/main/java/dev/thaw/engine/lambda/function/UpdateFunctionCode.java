package dev.thaw.engine.lambda.function;

import dev.thaw.engine.protocol.AwsException;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.engine.protocol.Shapes;
import dev.thaw.engine.protocol.Unsupported;
import software.amazon.awssdk.services.lambda.model.FunctionCode;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionCodeRequest;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionCodeResponse;

/** https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionCode.html. */
record UpdateFunctionCode(Lambda lambda)
    implements Operation<UpdateFunctionCodeRequest, UpdateFunctionCodeResponse> {
  @Override
  public UpdateFunctionCodeResponse handle(Call call, UpdateFunctionCodeRequest request) {
    var reference = FunctionReference.of(call, "UpdateFunctionCode", request.functionName(), null);
    Updates.check(lambda.functions().get(reference), request.revisionId());
    Unsupported.refuse(request, "PublishTo", "SourceKMSKeyArn");
    if (request.imageUri() != null) {
      throw LambdaError.invalid(
          "Please don't provide ImageUri when updating a function with packageType Zip.");
    }
    var source = Shapes.copy(request, FunctionCode.builder()).build();
    var code = lambda.code().accept(lambda.source().read(source));
    if (Boolean.TRUE.equals(request.dryRun())) {
      return tried(reference, request, code);
    }
    var updated = replace(reference, request, code);
    lambda.deployments().begin(reference.name(), updated);
    var isPublished = Boolean.TRUE.equals(request.publish());
    return response(
        reference,
        isPublished
            ? updated.version(String.valueOf(updated.versions().last())).orElseThrow()
            : updated.latest());
  }

  /** What the update would make of the function, which stays as it is. */
  private UpdateFunctionCodeResponse tried(
      FunctionReference reference, UpdateFunctionCodeRequest request, CodePackage code) {
    try {
      var function = lambda.functions().get(reference);
      Updates.check(function, request.revisionId());
      var would = changed(function, request).codeSha256(code.sha256()).codeSize(code.size());
      return response(
          reference,
          new StoredVersion(would.build(), code, function.deployment(), function.live()));
    } finally {
      lambda.code().release(code);
    }
  }

  private UpdateFunctionCodeResponse response(FunctionReference reference, StoredVersion version) {
    return Shapes.copy(version.configuration(), UpdateFunctionCodeResponse.builder())
        .runtimeVersionConfig(lambda.runtimeVersion(reference.name(), version))
        .build();
  }

  private static FunctionConfiguration.Builder changed(
      StoredFunction function, UpdateFunctionCodeRequest request) {
    var changed = function.configuration().toBuilder();
    return request.hasArchitectures()
        ? changed.architecturesWithStrings(request.architecturesAsStrings())
        : changed;
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
                var whole = LayerUse.join(code, old.code().layers());
                whole.layers().forEach(lambda.code()::hold);
                lambda.code().release(old.code());
                var updated = Updates.begin(lambda, old, changed(old, request), whole);
                return Boolean.TRUE.equals(request.publish())
                    ? Publications.publishPending(lambda, updated)
                    : updated;
              });
    } catch (AwsException tooLate) {
      lambda.code().release(code);
      throw tooLate;
    }
  }
}
