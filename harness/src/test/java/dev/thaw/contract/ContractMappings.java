package dev.thaw.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.thaw.engine.lambda.function.FunctionReference;
import dev.thaw.engine.lambda.mapping.EventFilter;
import dev.thaw.engine.lambda.mapping.Mapping;
import dev.thaw.model.Load;
import dev.thaw.model.StreamContent;
import dev.thaw.rules.stream.DiscardCondition;
import dev.thaw.rules.stream.StartingPosition;
import dev.thaw.rules.stream.StreamMapping;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import software.amazon.awssdk.services.lambda.model.EventSourceMappingConfiguration;
import software.amazon.awssdk.services.lambda.model.EventSourcePosition;
import software.amazon.awssdk.services.lambda.model.Filter;
import software.amazon.awssdk.services.lambda.model.FilterCriteria;

/** A case's event source mapping in Lambda's words, and what Lambda tells of it. */
final class ContractMappings {
  private static final String KEPT = "{\"data\":{\"kept\":[true]}}";

  private ContractMappings() {}

  /** {@code start} is the date at which the case's load begins. */
  static Mapping of(
      Load.Stream load,
      FunctionReference function,
      String source,
      String onFailure,
      Instant start) {
    var mapping = load.settings().mapping();
    var configuration =
        EventSourceMappingConfiguration.builder()
            .uuid("mapping")
            .eventSourceArn(source)
            .functionArn(function.arn())
            .batchSize(mapping.batching().batchSize())
            .maximumBatchingWindowInSeconds((int) mapping.batching().window().toSeconds())
            .parallelizationFactor(mapping.batching().parallelizationFactor())
            .tumblingWindowInSeconds((int) mapping.tumbling().length().toSeconds())
            .destinationConfig(to -> to.onFailure(failed -> failed.destination(onFailure)));
    errors(configuration, mapping);
    position(configuration, mapping.start(), start);
    return new Mapping(configuration.build(), function, filter(load.settings().content()));
  }

  private static void errors(
      EventSourceMappingConfiguration.Builder configuration, StreamMapping mapping) {
    var errors = mapping.errors();
    configuration
        .maximumRetryAttempts(errors.maximumRetryAttempts())
        .maximumRecordAgeInSeconds(errors.maximumRecordAgeSeconds())
        .bisectBatchOnFunctionError(errors.bisectBatchOnFunctionError())
        .functionResponseTypesWithStrings(
            errors.reportBatchItemFailures() ? List.of("ReportBatchItemFailures") : List.of());
  }

  private static void position(
      EventSourceMappingConfiguration.Builder configuration,
      StartingPosition position,
      Instant start) {
    if (position instanceof StartingPosition.AtTimestamp at) {
      configuration
          .startingPosition(EventSourcePosition.AT_TIMESTAMP)
          .startingPositionTimestamp(start.plusNanos(at.timestampNs()));
    } else {
      configuration.startingPosition(
          position instanceof StartingPosition.Latest
              ? EventSourcePosition.LATEST
              : EventSourcePosition.TRIM_HORIZON);
    }
  }

  private static EventFilter filter(StreamContent content) {
    boolean isFiltered =
        ((StreamContent.Listed) content)
            .items().stream().anyMatch(StreamContent.Item::isFilteredOut);
    return isFiltered
        ? EventFilter.of(
            FilterCriteria.builder().filters(Filter.builder().pattern(KEPT).build()).build())
        : EventFilter.NONE;
  }

  /** Why the records of that message of the on-failure destination were discarded. */
  static DiscardCondition condition(JsonNode message) {
    var code = message.at("/requestContext/condition").textValue();
    return Arrays.stream(DiscardCondition.values())
        .filter(condition -> condition.code().equals(code))
        .findAny()
        .orElseThrow();
  }

  /** How many records that were. */
  static long batchSize(JsonNode message) {
    var kinesis = message.at("/KinesisBatchInfo/batchSize");
    return (kinesis.isMissingNode() ? message.at("/DDBStreamBatchInfo/batchSize") : kinesis)
        .asLong();
  }

  static JsonNode message(String body) {
    return StreamFunction.read(body.getBytes(UTF_8));
  }
}
