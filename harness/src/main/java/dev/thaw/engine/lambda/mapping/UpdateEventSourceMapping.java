package dev.thaw.engine.lambda.mapping;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.engine.protocol.Shapes;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.model.UpdateEventSourceMappingRequest;
import software.amazon.awssdk.services.lambda.model.UpdateEventSourceMappingResponse;

/** https://docs.aws.amazon.com/lambda/latest/api/API_UpdateEventSourceMapping.html. */
record UpdateEventSourceMapping(Mappings mappings, MappingRules rules)
    implements Operation<UpdateEventSourceMappingRequest, UpdateEventSourceMappingResponse> {

  @Override
  public UpdateEventSourceMappingResponse handle(
      Call call, UpdateEventSourceMappingRequest request) {
    var old = mappings.get(call.caller(), request.uuid());
    MappingRules.refuseLacking(request);
    var wasEnabled = MappingState.of(old) == MappingState.ENABLED;
    var isEnabled = Optional.ofNullable(request.enabled()).orElse(wasEnabled);
    var during =
        isEnabled == wasEnabled
            ? MappingState.UPDATING
            : isEnabled ? MappingState.ENABLING : MappingState.DISABLING;
    var updated =
        mappings.update(old, current -> changed(call, current, request), during, isEnabled);
    return Shapes.copy(
            mappings.described(updated).configuration(), UpdateEventSourceMappingResponse.builder())
        .build();
  }

  private Mapping changed(Call call, Mapping old, UpdateEventSourceMappingRequest request) {
    var name = request.functionName();
    var function =
        name == null ? old.function() : rules.function(call, "UpdateEventSourceMapping", name);
    var filter =
        request.filterCriteria() == null ? old.filter() : EventFilter.of(request.filterCriteria());
    var builder =
        Shapes.copy(request, old.configuration().toBuilder())
            .functionArn(function.arn())
            .lastModified(rules.lambda().clock().now().truncatedTo(ChronoUnit.MILLIS));
    if (request.filterCriteria() != null) {
      builder.filterCriteria(CreateEventSourceMapping.shown(request.filterCriteria(), filter));
    }
    if (request.destinationConfig() != null) {
      builder.destinationConfig(CreateEventSourceMapping.destination(request.destinationConfig()));
    }
    var configuration = builder.build();
    MappingRules.check(configuration);
    return new Mapping(configuration, function, filter);
  }
}
