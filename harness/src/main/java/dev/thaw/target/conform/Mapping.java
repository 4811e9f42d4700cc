package dev.thaw.target.conform;

import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.CreateEventSourceMappingRequest;
import software.amazon.awssdk.services.lambda.model.CreateEventSourceMappingResponse;
import software.amazon.awssdk.services.lambda.model.Filter;
import software.amazon.awssdk.services.lambda.model.GetEventSourceMappingResponse;

/** An event source mapping of a check. */
record Mapping(Stage stage, CreateEventSourceMappingResponse created) {
  static final Duration STATE_LIMIT = Duration.ofMinutes(5);

  static Mapping create(
      Subject function,
      String source,
      UnaryOperator<CreateEventSourceMappingRequest.Builder> more) {
    var stage = function.stage();
    var created = stage.lambda().createEventSourceMapping(request(function, source, more));
    var mapping = new Mapping(stage, created);
    stage.atTheEnd(mapping::delete);
    return mapping;
  }

  /** From the oldest record on, unless something else is said. */
  static CreateEventSourceMappingRequest request(
      Subject function,
      String source,
      UnaryOperator<CreateEventSourceMappingRequest.Builder> more) {
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

  private void delete() {
    lambda().deleteEventSourceMapping(gone -> gone.uuid(uuid()));
  }
}
