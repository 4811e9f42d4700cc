package dev.thaw.engine.lambda.mapping;

import dev.thaw.engine.lambda.function.FunctionReference;
import dev.thaw.engine.lambda.function.Lambda;
import dev.thaw.engine.lambda.function.LambdaError;
import dev.thaw.engine.protocol.AwsException;
import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.CommonError;
import dev.thaw.engine.protocol.Unsupported;
import dev.thaw.engine.stream.EventStream;
import dev.thaw.engine.stream.EventStreams;
import dev.thaw.rules.stream.StreamSource;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.model.CreateEventSourceMappingRequest;
import software.amazon.awssdk.services.lambda.model.DestinationConfig;
import software.amazon.awssdk.services.lambda.model.EventSourceMappingConfiguration;
import software.amazon.awssdk.services.lambda.model.EventSourcePosition;
import software.amazon.awssdk.services.lambda.model.UpdateEventSourceMappingRequest;

/**
 * What the parts of a mapping must be. Texts as recorded 2025-11-25 to 27, localstack
 * test_create_event_source_validation, test_event_source_mapping_exceptions and
 * test_esm_with_not_existing_kinesis_stream, where nothing else is said.
 *
 * @param streams by the service that their ARNs name
 */
record MappingRules(Lambda lambda, Map<String, EventStreams> streams) {
  /** Members that would change what a mapping does, and that this engine does not act on. */
  private static final String[] LACKING = {
    "SourceAccessConfigurations",
    "AmazonManagedKafkaEventSourceConfig",
    "SelfManagedKafkaEventSourceConfig",
    "ScalingConfig",
    "DocumentDBEventSourceConfig",
    "KMSKeyArn",
    "MetricsConfig",
    "ProvisionedPollerConfig"
  };

  /** Services that Lambda polls, too. */
  private static final Set<String> OTHER_SOURCES = Set.of("sqs", "kafka", "mq", "rds");

  static void refuseLacking(CreateEventSourceMappingRequest request) {
    Unsupported.refuse(request, "Topics", "Queues", "SelfManagedEventSource", "Tags");
    Unsupported.refuse(request, LACKING);
  }

  static void refuseLacking(UpdateEventSourceMappingRequest request) {
    Unsupported.refuse(request, LACKING);
  }

  /** The stream that a mapping is to read. */
  EventStream source(@Nullable String arn) {
    if (arn == null) {
      throw LambdaError.invalid("Unrecognized event source.");
    }
    var service = service(arn);
    if (OTHER_SOURCES.contains(service)) {
      throw CommonError.notImplemented("An event source mapping of " + service);
    }
    var known = streams.get(service);
    if (known == null) {
      throw LambdaError.invalid("Unrecognized event source.");
    }
    if (arn.contains("/consumer/")) {
      throw CommonError.notImplemented("An event source mapping of a stream consumer");
    }
    return known.find(arn).orElseThrow(() -> LambdaError.invalid("Stream not found: " + arn));
  }

  private static String service(String arn) {
    var parts = arn.split(":", -1);
    return parts.length > 2 ? parts[2] : "";
  }

  static void checkStart(
      EventStream source, @Nullable EventSourcePosition position, @Nullable Instant timestamp) {
    if (position == null) {
      throw LambdaError.invalid(
          "1 validation error detected: Value null at 'startingPosition' failed to satisfy"
              + " constraint: Member must not be null.");
    }
    if (position != EventSourcePosition.AT_TIMESTAMP) {
      return;
    }
    if (source.kind() == StreamSource.DYNAMODB) {
      throw LambdaError.invalid("Unsupported starting position for arn type: " + source.arn());
    }
    if (timestamp == null) {
      // AWS's words are not known.
      throw LambdaError.invalid("StartingPositionTimestamp is required for AT_TIMESTAMP.");
    }
  }

  /** The function, version or alias that a mapping is to invoke. */
  FunctionReference function(Call call, String action, String name) {
    var reference = FunctionReference.of(call, action, name, null);
    try {
      lambda.functions().get(reference);
      return reference;
    } catch (AwsException missing) {
      throw LambdaError.invalid("Function does not exist");
    }
  }

  /** What ranges cannot say, and destinations that there are not. */
  static void check(EventSourceMappingConfiguration mapping) {
    int age = mapping.maximumRecordAgeInSeconds();
    if (age >= 0 && age < 60) {
      // AWS's words are not known.
      throw LambdaError.invalid(
          "MaximumRecordAgeInSeconds must be -1 or between 60 and 604800, but it is " + age + ".");
    }
    checkDestination(mapping.destinationConfig());
  }

  private static void checkDestination(@Nullable DestinationConfig config) {
    if (config == null) {
      return;
    }
    if (config.onSuccess() != null && config.onSuccess().destination() != null) {
      // AWS's words are not known.
      throw LambdaError.invalid(
          "Unsupported destination type for OnSuccess of an event source mapping.");
    }
    var arn = config.onFailure() == null ? null : config.onFailure().destination();
    if (arn == null || arn.isEmpty() || Set.of("sqs", "s3").contains(service(arn))) {
      return;
    }
    throw CommonError.notImplemented("The on-failure destination " + arn);
  }
}
