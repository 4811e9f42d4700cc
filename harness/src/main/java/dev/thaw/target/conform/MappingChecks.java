package dev.thaw.target.conform;

import static dev.thaw.target.conform.Source.recorded;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** K1 and K8: an event source mapping of a Kinesis stream from its creation to its deletion. */
final class MappingChecks {
  private static final String CREATE =
      recorded("test_create_kinesis_event_source_mapping", "2025-11-25");
  private static final String DISABLE =
      recorded("test_disable_kinesis_event_source_mapping", "2025-11-25");
  private static final String EMPTY = recorded("test_kinesis_empty_provided", "2025-11-25");
  private static final String LIFECYCLE =
      recorded("test_event_source_mapping_lifecycle", "2025-11-25");

  private MappingChecks() {}

  private static final List<Check> ALL =
      List.of(
          Check.exact(
              "K1.1",
              "CreateEventSourceMapping",
              CREATE,
              """
            202 {"BatchSize":100,"BisectBatchOnFunctionError":false,"DestinationConfig":\
            {"OnFailure":{}},\
            "EventSourceArn":"arn:aws:kinesis:<region>:<account>:stream/<stream>",\
            "EventSourceMappingArn":\
            "arn:aws:lambda:<region>:<account>:event-source-mapping:<uuid>",\
            "FunctionArn":"arn:aws:lambda:<region>:<account>:function:<function>",\
            "FunctionResponseTypes":[],"LastModified":"<time>",\
            "LastProcessingResult":"No records processed","MaximumBatchingWindowInSeconds":0,\
            "MaximumRecordAgeInSeconds":-1,"MaximumRetryAttempts":-1,"ParallelizationFactor":1,\
            "StartingPosition":"LATEST","State":"Creating","StateTransitionReason":"User action",\
            "TumblingWindowInSeconds":0,"UUID":"<uuid>"}""",
              stage ->
                  stage.shown(
                      Mapping.create(
                              stage.function(Script.LOG),
                              Flow.create(stage).arn(),
                              create -> create.startingPosition("LATEST"))
                          .created())),
          Check.exact(
              "K1.2",
              "its state some time later",
              CREATE,
              """
            200 {"LastProcessingResult":"No records processed","State":"Enabled",\
            "StateTransitionReason":"User action"}""",
              stage -> state(mapping(stage).awaitState("Enabled"))),
          Check.exact(
              "K1.3",
              "UpdateEventSourceMapping that disables it",
              DISABLE,
              "202 {\"State\":\"Disabling\",\"StateTransitionReason\":\"User action\"}",
              stage -> disable(mapping(stage).awaitState("Enabled"))),
          Check.exact(
              "K1.4",
              "its state some time later",
              DISABLE,
              """
            200 {"LastProcessingResult":"No records processed","State":"Disabled",\
            "StateTransitionReason":"User action"}""",
              stage -> {
                var mapping = mapping(stage).awaitState("Enabled");
                disable(mapping);
                return state(mapping.awaitState("Disabled"));
              }),
          Check.exact(
              "K1.5",
              "DeleteEventSourceMapping",
              LIFECYCLE,
              "202 {\"State\":\"Deleting\",\"StateTransitionReason\":\"User action\"}",
              stage -> {
                var mapping = mapping(stage).awaitState("Enabled");
                return stage.shown(
                    stage.lambda().deleteEventSourceMapping(gone -> gone.uuid(mapping.uuid())),
                    "State",
                    "StateTransitionReason");
              }),
          Check.exact(
              "K1.6",
              "LastProcessingResult after work",
              EMPTY,
              "OK",
              MappingChecks::resultAfterWork),
          Check.exact(
              "K1.7",
              "a mapping that was created disabled",
              recorded("test_event_source_mapping_lifecycle", "2025-11-25"),
              "Disabled",
              stage ->
                  Mapping.create(
                          stage.function(Script.LOG),
                          Flow.create(stage).arn(),
                          create -> create.enabled(false))
                      .awaitState("Disabled")
                      .now()
                      .state()),
          Check.judged(
              "K8.1",
              "time from CreateEventSourceMapping to the first invocation",
              "localstack TestKinesisSource, 50 to 200 s for whole tests on AWS",
              "below 200 s",
              MappingChecks::timeToFirst));

  static List<Check> all() {
    return ALL;
  }

  static Mapping mapping(Stage stage) {
    return Mapping.create(stage.function(Script.LOG), Flow.create(stage).arn(), create -> create);
  }

  private static String state(Mapping mapping) {
    return mapping
        .stage()
        .shown(mapping.now(), "State", "StateTransitionReason", "LastProcessingResult");
  }

  private static String disable(Mapping mapping) {
    return mapping
        .stage()
        .shown(
            mapping
                .stage()
                .clients()
                .lambda()
                .updateEventSourceMapping(update -> update.uuid(mapping.uuid()).enabled(false)),
            "State",
            "StateTransitionReason");
  }

  private static String resultAfterWork(Stage stage) {
    var flow = Flow.create(stage);
    var function = stage.function(Script.LOG);
    var mapping = Mapping.create(function, flow.arn(), create -> create);
    flow.put("key", "hello");
    function.awaitEvents(Mapping.STATE_LIMIT, 1);
    return stage.await(
        "LastProcessingResult",
        Mapping.STATE_LIMIT,
        () ->
            Optional.of(mapping.now().lastProcessingResult())
                .filter(result -> !result.equals("No records processed")));
  }

  private static Seen timeToFirst(Stage stage) {
    var flow = Flow.create(stage);
    var function = stage.function(Script.LOG);
    flow.put("key", "hello");
    var before = stage.now();
    Mapping.create(function, flow.arn(), create -> create);
    function.awaitEvents(Mapping.STATE_LIMIT, 1);
    return Seen.between(stage.now().minus(before), Duration.ZERO, Duration.ofSeconds(200));
  }
}
