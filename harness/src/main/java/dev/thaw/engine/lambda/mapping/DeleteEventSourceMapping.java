package dev.thaw.engine.lambda.mapping;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.engine.protocol.Shapes;
import software.amazon.awssdk.services.lambda.model.DeleteEventSourceMappingRequest;
import software.amazon.awssdk.services.lambda.model.DeleteEventSourceMappingResponse;

/** https://docs.aws.amazon.com/lambda/latest/api/API_DeleteEventSourceMapping.html. */
record DeleteEventSourceMapping(Mappings mappings)
    implements Operation<DeleteEventSourceMappingRequest, DeleteEventSourceMappingResponse> {
  @Override
  public DeleteEventSourceMappingResponse handle(
      Call call, DeleteEventSourceMappingRequest request) {
    var deleting = mappings.delete(mappings.get(call.caller(), request.uuid()));
    return Shapes.copy(
            mappings.described(deleting).configuration(),
            DeleteEventSourceMappingResponse.builder())
        .build();
  }
}
