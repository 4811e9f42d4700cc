package dev.thaw.target.conform;

import static dev.thaw.target.conform.Source.recorded;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.CreateEventSourceMappingRequest;
import software.amazon.awssdk.services.lambda.model.LambdaResponse;

/** K3: what event source mappings are refused for. */
final class MappingRefusalChecks {
  private static final String KINESIS =
      recorded("test_create_event_source_validation_kinesis", "2025-11-25");
  private static final String VALIDATION =
      recorded("test_create_event_source_validation", "2025-11-25");
  private static final String EXCEPTIONS =
      recorded("test_event_source_mapping_exceptions", "2025-11-27");
  private static final String FILTER = recorded("test_dynamodb_invalid_event_filter", "2025-11-25");
  private static final String NO_UUID = "11111111-2222-3333-4444-555555555555";
  private static final String UNKNOWN =
      """
      404 ResourceNotFoundException {"Message":"The resource you requested does not exist.",\
      "Type":"User"}""";
  private static final String BAD_FILTER = invalid("Invalid filter pattern definition.");

  private MappingRefusalChecks() {}

  private static String invalid(String message) {
    return "400 InvalidParameterValueException {\"Type\":\"User\",\"message\":\"" + message + "\"}";
  }

  private static final List<Check> ALL =
      List.of(
          ofStream(
              "K3.1",
              "no StartingPosition",
              KINESIS,
              invalid(
                  "1 validation error detected: Value null at 'startingPosition' failed to satisfy"
                      + " constraint: Member must not be null."),
              create -> create.startingPosition((String) null)),
          ofStream(
              "K3.2",
              "a StartingPosition that does not exist",
              KINESIS,
              """
            400 ValidationException {"message":"1 validation error detected: Value 'invalid' at \
            'startingPosition' failed to satisfy constraint: Member must satisfy enum value set: \
            [LATEST, AT_TIMESTAMP, TRIM_HORIZON]"}""",
              create -> create.startingPosition("invalid")),
          Check.exact(
              "K3.3",
              "AT_TIMESTAMP of a DynamoDB stream",
              VALIDATION,
              invalid(
                  "Unsupported starting position for arn type:"
                      + " arn:aws:dynamodb:<region>:<account>:table/<table>/stream/<label>"),
              MappingRefusalChecks::atTimestampOfTable),
          Check.exact(
              "K3.4",
              "an unknown stream",
              recorded("test_esm_with_not_existing_kinesis_stream", "2025-11-25"),
              invalid("Stream not found: arn:aws:kinesis:<region>:<account>:stream/unknown"),
              stage -> {
                var identity = stage.identity();
                return creating(
                    stage.function(Script.ECHO),
                    "arn:aws:kinesis:%s:%s:stream/unknown"
                        .formatted(identity.region(), identity.account()),
                    create -> create);
              }),
          ofStream(
              "K3.5",
              "an unknown function",
              EXCEPTIONS,
              invalid("Function does not exist"),
              create -> create.functionName("doesnotexist")),
          ofStream(
              "K3.6",
              "no event source",
              EXCEPTIONS,
              invalid("Unrecognized event source."),
              create -> create.eventSourceArn(null).startingPosition((String) null)),
          Check.exact(
              "K3.7",
              "the same mapping twice",
              recorded("test_duplicate_event_source_mappings", "2025-11-25"),
              """
            409 ResourceConflictException {"Type":"User","message":"The event source arn (\\" \
            arn:aws:kinesis:<region>:<account>:stream/<stream> \\") and function (\\" <function> \
            \\") provided mapping already exists. Please update or delete the existing mapping with \
            UUID <uuid>"}""",
              stage -> {
                var flow = Flow.create(stage);
                var function = stage.function(Script.ECHO);
                Mapping.create(function, flow.arn(), create -> create);
                return creating(function, flow.arn(), create -> create);
              }),
          ofUnknown(
              "K3.8",
              "GetEventSourceMapping of an unknown UUID",
              (lambda, uuid) -> lambda.getEventSourceMapping(get -> get.uuid(uuid))),
          ofUnknown(
              "K3.9",
              "UpdateEventSourceMapping of an unknown UUID",
              (lambda, uuid) ->
                  lambda.updateEventSourceMapping(update -> update.uuid(uuid).enabled(false))),
          ofUnknown(
              "K3.10",
              "DeleteEventSourceMapping of an unknown UUID",
              (lambda, uuid) -> lambda.deleteEventSourceMapping(gone -> gone.uuid(uuid))),
          ofStream(
              "K3.11",
              "a filter that is a string",
              FILTER,
              BAD_FILTER,
              create -> create.filterCriteria(all -> all.filters(Mapping.filter("single-string")))),
          ofStream(
              "K3.12",
              "a filter that is no JSON",
              FILTER,
              BAD_FILTER,
              create ->
                  create.filterCriteria(
                      all -> all.filters(Mapping.filter("[{\"eventName\": [\"INSERT\"=123}]")))));

  static List<Check> all() {
    return ALL;
  }

  private static Check ofStream(
      String id,
      String what,
      String source,
      String expected,
      UnaryOperator<CreateEventSourceMappingRequest.Builder> more) {
    return Check.exact(
        id,
        what,
        source,
        expected,
        stage -> creating(stage.function(Script.ECHO), Flow.create(stage).arn(), more));
  }

  private static String creating(
      Subject function,
      String source,
      UnaryOperator<CreateEventSourceMappingRequest.Builder> more) {
    var stage = function.stage();
    var request = Mapping.request(function, source, more);
    return stage.refusal(() -> stage.lambda().createEventSourceMapping(request));
  }

  private static String atTimestampOfTable(Stage stage) {
    var table = Table.create(stage);
    return creating(
        stage.function(Script.ECHO),
        table.streamArn(),
        create ->
            create.startingPosition("AT_TIMESTAMP").startingPositionTimestamp(stage.clock().now()));
  }

  private static Check ofUnknown(
      String id, String what, BiFunction<LambdaClient, String, LambdaResponse> call) {
    return Check.exact(
        id,
        what,
        EXCEPTIONS,
        UNKNOWN,
        stage -> stage.refusal(() -> call.apply(stage.lambda(), NO_UUID)));
  }
}
