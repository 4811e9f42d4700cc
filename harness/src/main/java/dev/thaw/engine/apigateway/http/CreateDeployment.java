package dev.thaw.engine.apigateway.http;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.invocation.Clock;
import java.util.function.Supplier;
import software.amazon.awssdk.services.apigatewayv2.model.CreateDeploymentRequest;
import software.amazon.awssdk.services.apigatewayv2.model.CreateDeploymentResponse;
import software.amazon.awssdk.services.apigatewayv2.model.DeploymentStatus;

/**
 * CreateDeployment of
 * https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/operations.html.
 */
record CreateDeployment(HttpApis apis, Clock clock, Supplier<String> ids)
    implements Operation<CreateDeploymentRequest, CreateDeploymentResponse> {
  @Override
  public CreateDeploymentResponse handle(Call call, CreateDeploymentRequest request) {
    var id = ids.get();
    apis.update(
        call.caller(),
        request.apiId(),
        api ->
            request.stageName() == null
                ? api
                : api.deployedTo(
                    api.stage(request.stageName()).stage().toBuilder()
                        .deploymentId(id)
                        .lastUpdatedDate(clock.now())
                        .build()));
    return CreateDeploymentResponse.builder()
        .deploymentId(id)
        .description(request.description())
        .deploymentStatus(DeploymentStatus.DEPLOYED)
        .createdDate(clock.now())
        .build();
  }
}
