package dev.thaw.engine.lambda.mapping;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.engine.protocol.Shapes;
import software.amazon.awssdk.services.lambda.model.GetEventSourceMappingRequest;
import software.amazon.awssdk.services.lambda.model.GetEventSourceMappingResponse;

/** https://docs.aws.amazon.com/lambda/latest/api/API_GetEventSourceMapping.html. */
record GetEventSourceMapping(Mappings mappings)
    implements Operation<GetEventSourceMappingRequest, GetEventSourceMappingResponse> {
  @Override
  public GetEventSourceMappingResponse handle(Call call, GetEventSourceMappingRequest request) {
    var mapping = mappings.described(mappings.get(call.caller(), request.uuid()));
    return Shapes.copy(mapping.configuration(), GetEventSourceMappingResponse.builder()).build();
  }
}
