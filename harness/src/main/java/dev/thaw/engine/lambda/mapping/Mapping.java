package dev.thaw.engine.lambda.mapping;

import dev.thaw.engine.lambda.function.FunctionReference;
import dev.thaw.rules.stream.Batching;
import dev.thaw.rules.stream.ErrorHandling;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.model.DestinationConfig;
import software.amazon.awssdk.services.lambda.model.EventSourceMappingConfiguration;
import software.amazon.awssdk.services.lambda.model.FunctionResponseType;
import software.amazon.awssdk.services.lambda.model.OnFailure;

/**
 * An event source mapping in Lambda's own shape, with its function and its filter as they were
 * read.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/api/API_EventSourceMappingConfiguration.html">
 *     EventSourceMappingConfiguration</a>
 */
public record Mapping(
    EventSourceMappingConfiguration configuration, FunctionReference function, EventFilter filter) {

  /** Its identifier. */
  public String uuid() {
    return configuration.uuid();
  }

  public String source() {
    return configuration.eventSourceArn();
  }

  /** How records are gathered. */
  public Batching batching() {
    return new Batching(
        configuration.batchSize(),
        Duration.ofSeconds(configuration.maximumBatchingWindowInSeconds()),
        configuration.parallelizationFactor());
  }

  /** What is done with those that fail. */
  public ErrorHandling errors() {
    return new ErrorHandling(
        configuration.maximumRetryAttempts(),
        configuration.maximumRecordAgeInSeconds(),
        configuration.bisectBatchOnFunctionError(),
        reportsItemFailures(),
        ErrorHandling.ASSUMED_BACKOFF);
  }

  public boolean reportsItemFailures() {
    return configuration
        .functionResponseTypes()
        .contains(FunctionResponseType.REPORT_BATCH_ITEM_FAILURES);
  }

  /** Zero where there are no tumbling windows. */
  public Duration tumblingWindow() {
    return Duration.ofSeconds(configuration.tumblingWindowInSeconds());
  }

  /** Where records of discarded batches go. */
  public Optional<String> onFailure() {
    return Optional.ofNullable(configuration.destinationConfig())
        .map(DestinationConfig::onFailure)
        .map(OnFailure::destination)
        .filter(arn -> !arn.isEmpty());
  }

  Mapping in(MappingState state) {
    return new Mapping(configuration.toBuilder().state(state.text()).build(), function, filter);
  }
}
