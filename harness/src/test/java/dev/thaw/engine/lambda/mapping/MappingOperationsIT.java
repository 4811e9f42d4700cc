package dev.thaw.engine.lambda.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thaw.engine.EngineUnderTest;
import dev.thaw.engine.PlatformSettings;
import dev.thaw.engine.lambda.TestFunctions;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.CreateEventSourceMappingRequest;
import software.amazon.awssdk.services.lambda.model.CreateEventSourceMappingResponse;
import software.amazon.awssdk.services.lambda.model.EventSourcePosition;
import software.amazon.awssdk.services.lambda.model.Filter;
import software.amazon.awssdk.services.lambda.model.InvalidParameterValueException;
import software.amazon.awssdk.services.lambda.model.LambdaException;
import software.amazon.awssdk.services.lambda.model.ResourceConflictException;
import software.amazon.awssdk.services.lambda.model.ResourceInUseException;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

/**
 * Fields, states and errors of mappings, as recorded 2025-11-25: localstack
 * test_create_kinesis_event_source_mapping, TestLambdaEventSourceMappings.
 */
final class MappingOperationsIT {
  private static final String STREAM =
      "arn:aws:kinesis:eu-west-1:" + EngineUnderTest.ACCOUNT + ":stream/orders";
  private static final String FUNCTION =
      "arn:aws:lambda:eu-west-1:" + EngineUnderTest.ACCOUNT + ":function:consumer";

  @TempDir private Path folder;
  private EngineUnderTest engine;
  private LambdaClient lambda;

  @BeforeEach
  void start() {
    engine = EngineUnderTest.start(folder, PlatformSettings.DEFAULT.withTimeScale(4));
    lambda = engine.lambda();
    try (KinesisClient kinesis = engine.kinesis()) {
      kinesis.createStream(create -> create.streamName("orders").shardCount(1));
    }
    TestFunctions.createActive(lambda, "consumer");
  }

  @AfterEach
  void stop() {
    lambda.close();
    engine.close();
  }

  private static void await(BooleanSupplier condition) {
    for (int tries = 0; tries < 1_000 && !condition.getAsBoolean(); tries++) {
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }

  private CreateEventSourceMappingResponse create(
      Consumer<CreateEventSourceMappingRequest.Builder> settings) {
    return lambda.createEventSourceMapping(
        create ->
            settings.accept(
                create
                    .functionName("consumer")
                    .eventSourceArn(STREAM)
                    .startingPosition(EventSourcePosition.TRIM_HORIZON)));
  }

  private String state(String uuid) {
    return lambda.getEventSourceMapping(get -> get.uuid(uuid)).state();
  }

  /** K1. */
  @Test
  void aNewMappingHasAllFieldsWithTheirDefaults() {
    var created = create(mapping -> {});

    assertThat(created.sdkHttpResponse().statusCode()).isEqualTo(202);
    var expected =
        CreateEventSourceMappingResponse.builder()
            .batchSize(100)
            .bisectBatchOnFunctionError(false)
            .destinationConfig(config -> config.onFailure(to -> {}))
            .eventSourceArn(STREAM)
            .eventSourceMappingArn(
                "arn:aws:lambda:eu-west-1:111111111111:event-source-mapping:" + created.uuid())
            .functionArn(FUNCTION)
            .functionResponseTypes(new ArrayList<>())
            .lastModified(created.lastModified())
            .lastProcessingResult("No records processed")
            .maximumBatchingWindowInSeconds(0)
            .maximumRecordAgeInSeconds(-1)
            .maximumRetryAttempts(-1)
            .parallelizationFactor(1)
            .startingPosition(EventSourcePosition.TRIM_HORIZON)
            .state("Creating")
            .stateTransitionReason("User action")
            .tumblingWindowInSeconds(0)
            .uuid(created.uuid())
            .build();
    assertThat(created.equalsBySdkFields(expected)).as(created.toString()).isTrue();
    assertThat(created.lastModified()).isBetween(Instant.now().minusSeconds(60), Instant.now());
  }

  /** K1. */
  @Test
  void itGoesFromStateToState() {
    var uuid = create(mapping -> {}).uuid();
    assertThatThrownBy(() -> lambda.deleteEventSourceMapping(it -> it.uuid(uuid)))
        .isInstanceOf(ResourceInUseException.class)
        .hasMessageContaining("Cannot delete the event source mapping because it is in use.");
    assertThatThrownBy(() -> lambda.updateEventSourceMapping(it -> it.uuid(uuid).batchSize(1)))
        .hasMessageContaining("Cannot update the event source mapping because it is in use.");
    await(() -> state(uuid).equals("Enabled"));
    assertThat(lambda.updateEventSourceMapping(it -> it.uuid(uuid).enabled(false)).state())
        .isEqualTo("Disabling");
    await(() -> state(uuid).equals("Disabled"));
    assertThat(lambda.updateEventSourceMapping(it -> it.uuid(uuid).batchSize(7)).state())
        .isEqualTo("Updating");
    await(() -> state(uuid).equals("Disabled"));
    var enabling = lambda.updateEventSourceMapping(it -> it.uuid(uuid).enabled(true));
    assertThat(enabling.state()).isEqualTo("Enabling");
    assertThat(enabling.batchSize()).isEqualTo(7);
    assertThat(enabling.sdkHttpResponse().statusCode()).isEqualTo(202);
    await(() -> state(uuid).equals("Enabled"));
    assertThat(lambda.deleteEventSourceMapping(it -> it.uuid(uuid)).state()).isEqualTo("Deleting");
    await(() -> lambda.listEventSourceMappings().eventSourceMappings().isEmpty());
    assertThatThrownBy(() -> state(uuid))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageContaining("The resource you requested does not exist.");
  }

  @Test
  void oneThatIsCreatedDisabledStaysSo() {
    var uuid = create(mapping -> mapping.enabled(false)).uuid();

    await(() -> state(uuid).equals("Disabled"));
  }

  @Test
  void filtersAndDestinationsAreChangedAndTakenAway() {
    var queue = "arn:aws:sqs:eu-west-1:111111111111:failures";
    var uuid =
        create(
                mapping ->
                    mapping
                        .filterCriteria(
                            it -> it.filters(Filter.builder().pattern("{\"a\":[1]}").build()))
                        .destinationConfig(it -> it.onFailure(to -> to.destination(queue))))
            .uuid();
    await(() -> state(uuid).equals("Enabled"));
    var found = lambda.getEventSourceMapping(get -> get.uuid(uuid));
    assertThat(found.filterCriteria().filters().get(0).pattern()).isEqualTo("{\"a\":[1]}");
    assertThat(found.destinationConfig().onFailure().destination()).isEqualTo(queue);
    var updated =
        lambda.updateEventSourceMapping(
            it ->
                it.uuid(uuid)
                    .filterCriteria(none -> none.filters(new ArrayList<>()))
                    .destinationConfig(none -> none.onFailure(to -> to.destination(""))));

    assertThat(updated.filterCriteria()).isNull();
    assertThat(updated.destinationConfig().onFailure().destination()).isNull();
  }

  @Test
  void mappingsAreListedBySourceAndByFunction() {
    lambda.publishVersion(publish -> publish.functionName("consumer"));
    create(mapping -> {});
    create(mapping -> mapping.functionName(FUNCTION + ":1"));

    assertThat(
            lambda.listEventSourceMappings(it -> it.eventSourceArn(STREAM)).eventSourceMappings())
        .hasSize(2);
    assertThat(
            lambda.listEventSourceMappings(it -> it.functionName("consumer")).eventSourceMappings())
        .singleElement()
        .satisfies(found -> assertThat(found.functionArn()).isEqualTo(FUNCTION));
    var page = lambda.listEventSourceMappings(it -> it.maxItems(1));
    assertThat(page.eventSourceMappings()).hasSize(1);
    assertThat(
            lambda
                .listEventSourceMappings(it -> it.marker(page.nextMarker()))
                .eventSourceMappings())
        .hasSize(1);
  }

  private void assertInvalid(
      Consumer<CreateEventSourceMappingRequest.Builder> settings, String message) {
    assertThatThrownBy(() -> create(settings))
        .isInstanceOfSatisfying(
            InvalidParameterValueException.class,
            e -> {
              assertThat(e.awsErrorDetails().errorMessage()).isEqualTo(message);
              assertThat(e.type()).isEqualTo("User");
            });
  }

  /** K3. */
  @Test
  void whatDoesNotExistIsRefused() {
    assertInvalid(mapping -> mapping.functionName("nobody"), "Function does not exist");
    assertInvalid(mapping -> mapping.functionName("consumer:7"), "Function does not exist");
    assertInvalid(
        mapping -> mapping.eventSourceArn(STREAM + "x"), "Stream not found: " + STREAM + "x");
    assertInvalid(mapping -> mapping.eventSourceArn(null), "Unrecognized event source.");
    assertThatThrownBy(() -> lambda.updateEventSourceMapping(it -> it.uuid("x").batchSize(1)))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageContaining("The resource you requested does not exist.");
  }

  /** K3. */
  @Test
  void aStartingPositionIsNeededAndHasToBeOne() {
    assertInvalid(
        mapping -> mapping.startingPosition((String) null),
        "1 validation error detected: Value null at 'startingPosition' failed to satisfy"
            + " constraint: Member must not be null.");
    assertThatThrownBy(() -> create(mapping -> mapping.startingPosition("invalid")))
        .isInstanceOfSatisfying(
            LambdaException.class,
            e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ValidationException"))
        .hasMessageContaining(
            "1 validation error detected: Value 'invalid' at 'startingPosition' failed to satisfy"
                + " constraint: Member must satisfy enum value set: [LATEST, AT_TIMESTAMP,"
                + " TRIM_HORIZON]");
  }

  /** K3. */
  @Test
  void oneFunctionHasOneMappingOfAStream() {
    var uuid = create(mapping -> {}).uuid();

    assertThatThrownBy(() -> create(mapping -> {}))
        .isInstanceOf(ResourceConflictException.class)
        .hasMessageContaining(
            "The event source arn (\" "
                + STREAM
                + " \") and function (\" consumer \") provided mapping already exists. Please"
                + " update or delete the existing mapping with UUID "
                + uuid);
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    assertThatThrownBy(() -> create(mapping -> mapping.parallelizationFactor(11)))
        .hasMessageContaining(
            "Value '11' at 'parallelizationFactor' failed to satisfy constraint: Member must have"
                + " value less than or equal to 10");
    assertThatThrownBy(() -> create(mapping -> mapping.batchSize(10_001)))
        .hasMessageContaining("at 'batchSize' failed to satisfy constraint");
    assertThatThrownBy(() -> create(mapping -> mapping.maximumRecordAgeInSeconds(59)))
        .isInstanceOf(InvalidParameterValueException.class);
    assertInvalid(
        mapping -> mapping.filterCriteria(it -> it.filters(Filter.builder().pattern("[]").build())),
        "Invalid filter pattern definition.");
  }

  @Test
  void whatThisEngineLacksIsNamed() {
    assertLacking(
        mapping -> mapping.eventSourceArn("arn:aws:sqs:eu-west-1:111111111111:queue"),
        "An event source mapping of sqs is not implemented by this engine");
    assertLacking(
        mapping -> mapping.eventSourceArn(STREAM + "/consumer/c:1"),
        "An event source mapping of a stream consumer is not implemented by this engine");
    assertLacking(
        mapping -> mapping.scalingConfig(it -> it.maximumConcurrency(2)),
        "The member ScalingConfig is not implemented");
    assertLacking(
        mapping ->
            mapping.destinationConfig(
                it -> it.onFailure(to -> to.destination("arn:aws:sns:eu-west-1:111111111111:t"))),
        "The on-failure destination arn:aws:sns:eu-west-1:111111111111:t is not implemented");
  }

  private void assertLacking(
      Consumer<CreateEventSourceMappingRequest.Builder> settings, String message) {
    assertThatThrownBy(() -> create(settings))
        .isInstanceOfSatisfying(
            LambdaException.class, e -> assertThat(e.statusCode()).isEqualTo(501))
        .hasMessageContaining(message);
  }
}
