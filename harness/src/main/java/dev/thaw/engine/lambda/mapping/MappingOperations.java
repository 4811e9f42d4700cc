package dev.thaw.engine.lambda.mapping;

import static dev.thaw.engine.protocol.Constraint.atLeast;
import static dev.thaw.engine.protocol.Constraint.atMost;
import static dev.thaw.engine.protocol.Constraint.eachOneOf;
import static dev.thaw.engine.protocol.Constraint.longest;
import static dev.thaw.engine.protocol.Constraint.oneOf;
import static dev.thaw.engine.protocol.Constraint.pattern;
import static dev.thaw.engine.protocol.Constraint.required;

import dev.thaw.engine.lambda.function.Lambda;
import dev.thaw.engine.lambda.function.LambdaConstraints;
import dev.thaw.engine.protocol.Binding;
import dev.thaw.engine.protocol.Constraint;
import dev.thaw.engine.protocol.Constraints;
import dev.thaw.engine.protocol.OperationGroup;
import dev.thaw.engine.protocol.RestTable;
import dev.thaw.engine.stream.EventStreams;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.lambda.model.CreateEventSourceMappingRequest;
import software.amazon.awssdk.services.lambda.model.DeleteEventSourceMappingRequest;
import software.amazon.awssdk.services.lambda.model.GetEventSourceMappingRequest;
import software.amazon.awssdk.services.lambda.model.ListEventSourceMappingsRequest;
import software.amazon.awssdk.services.lambda.model.UpdateEventSourceMappingRequest;

/**
 * Operations on event source mappings of streams.
 *
 * @param streams by the service that their ARNs name
 */
public record MappingOperations(Lambda lambda, Mappings mappings, Map<String, EventStreams> streams)
    implements OperationGroup {
  private static final String MAPPINGS = "/2015-03-31/event-source-mappings";
  private static final String MAPPING = MAPPINGS + "/{UUID}";

  private static final List<Constraint> SETTINGS =
      List.of(
          longest("FunctionName", 140),
          pattern("FunctionName", LambdaConstraints.NAME),
          atLeast("BatchSize", 1),
          atMost("BatchSize", 10_000),
          atLeast("MaximumBatchingWindowInSeconds", 0),
          atMost("MaximumBatchingWindowInSeconds", 300),
          atLeast("ParallelizationFactor", 1),
          atMost("ParallelizationFactor", 10),
          atLeast("MaximumRecordAgeInSeconds", -1),
          atMost("MaximumRecordAgeInSeconds", 604_800),
          atLeast("MaximumRetryAttempts", -1),
          atMost("MaximumRetryAttempts", 10_000),
          atLeast("TumblingWindowInSeconds", 0),
          atMost("TumblingWindowInSeconds", 900),
          longest("FunctionResponseTypes", 1),
          eachOneOf("FunctionResponseTypes", List.of("ReportBatchItemFailures")),
          longest("FilterCriteria.Filters", 10),
          longest("FilterCriteria.Filters.member.Pattern", 4096));

  private static final Constraints UPDATE = with();
  private static final Constraints CREATE =
      with(
          required("FunctionName"),
          oneOf("StartingPosition", List.of("LATEST", "AT_TIMESTAMP", "TRIM_HORIZON")));
  private static final Constraints LIST =
      Constraints.of(atLeast("MaxItems", 1), atMost("MaxItems", 10_000));

  private static Constraints with(Constraint... more) {
    return Constraints.of(
        Stream.concat(Stream.of(more), SETTINGS.stream()).toArray(Constraint[]::new));
  }

  @Override
  public RestTable addTo(RestTable table) {
    var rules = new MappingRules(lambda, streams);
    var create = new CreateEventSourceMapping(mappings, rules);
    var update = new UpdateEventSourceMapping(mappings, rules);
    return table
        .with(
            "POST",
            MAPPINGS,
            Binding.of("CreateEventSourceMapping", CreateEventSourceMappingRequest::builder, create)
                .constraints(CREATE)
                .status(202))
        .with(
            "GET",
            MAPPINGS,
            Binding.of(
                    "ListEventSourceMappings",
                    ListEventSourceMappingsRequest::builder,
                    new ListEventSourceMappings(mappings))
                .constraints(LIST))
        .with(
            "GET",
            MAPPING,
            Binding.of(
                "GetEventSourceMapping",
                GetEventSourceMappingRequest::builder,
                new GetEventSourceMapping(mappings)))
        .with(
            "PUT",
            MAPPING,
            Binding.of("UpdateEventSourceMapping", UpdateEventSourceMappingRequest::builder, update)
                .constraints(UPDATE)
                .status(202))
        .with(
            "DELETE",
            MAPPING,
            Binding.of(
                    "DeleteEventSourceMapping",
                    DeleteEventSourceMappingRequest::builder,
                    new DeleteEventSourceMapping(mappings))
                .status(202));
  }
}
