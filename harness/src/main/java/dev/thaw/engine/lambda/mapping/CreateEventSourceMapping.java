package dev.thaw.engine.lambda.mapping;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import dev.thaw.engine.protocol.Shapes;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.model.CreateEventSourceMappingRequest;
import software.amazon.awssdk.services.lambda.model.CreateEventSourceMappingResponse;
import software.amazon.awssdk.services.lambda.model.DestinationConfig;
import software.amazon.awssdk.services.lambda.model.EventSourceMappingConfiguration;
import software.amazon.awssdk.services.lambda.model.FilterCriteria;
import software.amazon.awssdk.services.lambda.model.OnFailure;

/** https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html. */
record CreateEventSourceMapping(Mappings mappings, MappingRules rules)
    implements Operation<CreateEventSourceMappingRequest, CreateEventSourceMappingResponse> {

  @Override
  public CreateEventSourceMappingResponse handle(
      Call call, CreateEventSourceMappingRequest request) {
    MappingRules.refuseLacking(request);
    var source = rules.source(request.eventSourceArn());
    MappingRules.checkStart(
        source, request.startingPosition(), request.startingPositionTimestamp());
    var function = rules.function(call, "CreateEventSourceMapping", request.functionName());
    var filter = EventFilter.of(request.filterCriteria());
    var uuid = rules.lambda().ids().get();
    var configuration =
        Shapes.copy(request, defaults())
            .uuid(uuid)
            .eventSourceMappingArn(
                "arn:aws:lambda:%s:%s:event-source-mapping:%s"
                    .formatted(call.region(), call.account(), uuid))
            .functionArn(function.arn())
            .filterCriteria(shown(request.filterCriteria(), filter))
            .destinationConfig(destination(request.destinationConfig()))
            .lastModified(rules.lambda().clock().now().truncatedTo(ChronoUnit.MILLIS))
            .lastProcessingResult("No records processed")
            .state(MappingState.CREATING.text())
            .stateTransitionReason("User action")
            .build();
    MappingRules.check(configuration);
    var mapping = new Mapping(configuration, function, filter);
    mappings.add(mapping, Optional.ofNullable(request.enabled()).orElse(true));
    return Shapes.copy(configuration, CreateEventSourceMappingResponse.builder()).build();
  }

  /** As recorded 2025-11-25: localstack test_create_kinesis_event_source_mapping. */
  private static EventSourceMappingConfiguration.Builder defaults() {
    return EventSourceMappingConfiguration.builder()
        .batchSize(100)
        .maximumBatchingWindowInSeconds(0)
        .parallelizationFactor(1)
        .bisectBatchOnFunctionError(false)
        .maximumRecordAgeInSeconds(-1)
        .maximumRetryAttempts(-1)
        .tumblingWindowInSeconds(0)
        .functionResponseTypesWithStrings(List.of());
  }

  /** Without filters there are no criteria. */
  static @Nullable FilterCriteria shown(@Nullable FilterCriteria criteria, EventFilter filter) {
    return filter.isEmpty() ? null : criteria;
  }

  /** With its member OnFailure, even where that is empty. */
  static DestinationConfig destination(@Nullable DestinationConfig config) {
    var arn =
        config == null || config.onFailure() == null ? null : config.onFailure().destination();
    return DestinationConfig.builder()
        .onFailure(
            OnFailure.builder().destination(arn == null || arn.isEmpty() ? null : arn).build())
        .build();
  }
}
