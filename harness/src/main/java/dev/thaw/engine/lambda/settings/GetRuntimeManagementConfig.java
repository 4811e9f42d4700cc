package dev.thaw.engine.lambda.settings;

import dev.thaw.engine.lambda.function.FunctionReference;
import dev.thaw.engine.lambda.function.Lambda;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import software.amazon.awssdk.services.lambda.model.GetRuntimeManagementConfigRequest;
import software.amazon.awssdk.services.lambda.model.GetRuntimeManagementConfigResponse;
import software.amazon.awssdk.services.lambda.model.UpdateRuntimeOn;

/** https://docs.aws.amazon.com/lambda/latest/api/API_GetRuntimeManagementConfig.html. */
record GetRuntimeManagementConfig(Lambda lambda, FunctionSettings<UpdateRuntimeOn> updates)
    implements Operation<GetRuntimeManagementConfigRequest, GetRuntimeManagementConfigResponse> {
  @Override
  public GetRuntimeManagementConfigResponse handle(
      Call call, GetRuntimeManagementConfigRequest request) {
    var function =
        FunctionReference.of(
            call, "GetRuntimeManagementConfig", request.functionName(), request.qualifier());
    var version = lambda.functions().version(function);
    var subject = RuntimeManagement.subject(function);
    var update = updates.find(subject).orElse(UpdateRuntimeOn.AUTO);
    var response =
        GetRuntimeManagementConfigResponse.builder()
            .functionArn(subject.qualifiedArn())
            .updateRuntimeOn(update);
    return update == UpdateRuntimeOn.MANUAL
        ? response
            .runtimeVersionArn(lambda.runtimeVersion(function.name(), version).runtimeVersionArn())
            .build()
        : response.build();
  }
}
