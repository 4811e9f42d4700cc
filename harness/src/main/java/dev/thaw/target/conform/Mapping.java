package dev.thaw.target.conform;

import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.CreateEventSourceMappingRequest;
import software.amazon.awssdk.services.lambda.model.CreateEventSourceMappingResponse;
import software.amazon.awssdk.services.lambda.model.Filter;
import software.amazon.awssdk.services.lambda.model.GetEventSourceMappingResponse;
import software.amazon.awssdk.services.lambda.model.ResourceInUseException;

/** An event source mapping of a check. */
record Mapping(Stage stage, CreateEventSourceMappingResponse created) {
  static final Duration STATE_LIMIT = Duration.ofMinutes(5);

  // Within what an interrupted command has left to clean up.
  private static final Duration CHANGE_LIMIT = Duration.ofSeconds(12);
  private static final Duration POLL_INTERVAL = Duration.ofMillis(100);

  static Mapping create(
      Subject function,
      String source,
      UnaryOperator<CreateEventSourceMappingRequest.Builder> more) {
    var stage = function.stage();
    var created = stage.lambda().createEventSourceMapping(request(function, source, more));
    return new Mapping(stage, created);
  }

  /**
   * From the oldest record on, unless something else is said. What mappings the function has at the
   * end are deleted.
   */
  static CreateEventSourceMappingRequest request(
      Subject function,
      String source,
      UnaryOperator<CreateEventSourceMappingRequest.Builder> more) {
    function.stage().atTheEnd(() -> deleteAll(function));
    return more.apply(
            CreateEventSourceMappingRequest.builder()
                .functionName(function.name())
                .eventSourceArn(source)
                .startingPosition("TRIM_HORIZON"))
        .build();
  }

  static Filter filter(String pattern) {
    return Filter.builder().pattern(pattern).build();
  }

  private LambdaClient lambda() {
    return stage.lambda();
  }

  String uuid() {
    return created.uuid();
  }

  GetEventSourceMappingResponse now() {
    return lambda().getEventSourceMapping(get -> get.uuid(uuid()));
  }

  Mapping awaitState(String state) {
    stage.await(
        "state " + state,
        STATE_LIMIT,
        () -> Optional.of(now()).filter(m -> m.state().equals(state)));
    return this;
  }

  /** One that changes just now can be deleted only when it has changed. */
  private static void deleteAll(Subject function) {
    var stage = function.stage();
    long deadlineNs = stage.clock().nanoTime() + CHANGE_LIMIT.toNanos();
    while (isLeft(function) && stage.clock().nanoTime() < deadlineNs) {
      stage.clock().sleep(POLL_INTERVAL);
    }
  }

  private static boolean isLeft(Subject function) {
    var lambda = function.stage().lambda();
    var left =
        lambda
            .listEventSourceMappings(list -> list.functionName(function.name()))
            .eventSourceMappings()
            .stream()
            .filter(mapping -> isOf(function, mapping.functionArn()))
            .filter(mapping -> !"Deleting".equals(mapping.state()))
            .toList();
    for (var mapping : left) {
      try {
        lambda.deleteEventSourceMapping(gone -> gone.uuid(mapping.uuid()));
      } catch (ResourceInUseException changing) {
        // Later.
      }
    }
    return !left.isEmpty();
  }

  /** Not every endpoint lists only those that were asked for. */
  private static boolean isOf(Subject function, @Nullable String arn) {
    return arn != null && arn.contains(":function:" + function.name());
  }
}
