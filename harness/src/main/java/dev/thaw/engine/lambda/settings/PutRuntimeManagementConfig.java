package dev.thaw.engine.lambda.settings;

import dev.thaw.engine.lambda.function.FunctionReference;
import dev.thaw.engine.lambda.function.Lambda;
import dev.thaw.engine.lambda.function.LambdaError;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import software.amazon.awssdk.services.lambda.model.PutRuntimeManagementConfigRequest;
import software.amazon.awssdk.services.lambda.model.PutRuntimeManagementConfigResponse;
import software.amazon.awssdk.services.lambda.model.UpdateRuntimeOn;

/**
 * https://docs.aws.amazon.com/lambda/latest/api/API_PutRuntimeManagementConfig.html; of each
 * runtime there is one version here, so that nothing is ever updated and only that can be asked
 * for.
 */
record PutRuntimeManagementConfig(Lambda lambda, FunctionSettings<UpdateRuntimeOn> updates)
    implements Operation<PutRuntimeManagementConfigRequest, PutRuntimeManagementConfigResponse> {
  @Override
  public PutRuntimeManagementConfigResponse handle(
      Call call, PutRuntimeManagementConfigRequest request) {
    var function =
        FunctionReference.of(
            call, "PutRuntimeManagementConfig", request.functionName(), request.qualifier());
    var version = lambda.functions().version(function);
    check(request, lambda.runtimeVersion(function.name(), version).runtimeVersionArn());
    var subject = RuntimeManagement.subject(function);
    updates.put(subject, request.updateRuntimeOn());
    return PutRuntimeManagementConfigResponse.builder()
        .functionArn(subject.qualifiedArn())
        .updateRuntimeOn(request.updateRuntimeOn())
        .runtimeVersionArn(request.runtimeVersionArn())
        .build();
  }

  private static void check(PutRuntimeManagementConfigRequest request, String onlyVersion) {
    var isManual = request.updateRuntimeOn() == UpdateRuntimeOn.MANUAL;
    var wanted = request.runtimeVersionArn();
    if (isManual && wanted == null) {
      throw LambdaError.invalid(
          "RuntimeVersionArn is required when UpdateRuntimeOn is set to Manual.");
    }
    if (!isManual && wanted != null) {
      throw LambdaError.invalid(
          "RuntimeVersionArn can only be specified when UpdateRuntimeOn is set to Manual.");
    }
    if (isManual && !onlyVersion.equals(wanted)) {
      throw LambdaError.invalid(
          "The runtime version %s is not available here; this function's is %s"
              .formatted(wanted, onlyVersion));
    }
  }
}
