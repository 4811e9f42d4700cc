package dev.thaw.engine.trigger.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.thaw.rules.stream.BatchItemFailures;
import dev.thaw.rules.stream.BatchResult;
import dev.thaw.rules.stream.BatchResult.Stated;
import dev.thaw.rules.stream.BatchResult.Whole;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a function that did not fail says of its batch: which items failed, if it was asked, and the
 * state of its tumbling window, without which it did fail. Unconfirmed: a list of failures that is
 * no list; here it is the failure of the whole batch.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-windows.html">
 *     TimeWindowEventResponse</a>
 */
final class BatchResponse {
  private static final ObjectMapper JSON = new ObjectMapper();

  private BatchResponse() {}

  static BatchResult itemFailures(byte[] response, List<PolledRecord> records) {
    var failures = parse(response).path("batchItemFailures");
    if (failures.isMissingNode() || failures.isNull()) {
      return Whole.SUCCEEDED;
    }
    if (!failures.isArray()) {
      return Whole.FUNCTION_ERROR;
    }
    var identifiers = new ArrayList<@Nullable String>();
    for (var failure : failures) {
      identifiers.add(failure.path("itemIdentifier").textValue());
    }
    return BatchItemFailures.read(
        identifiers, records.stream().map(it -> it.event().sequenceNumber()).toList());
  }

  /** The same result, with the state that the response hands on. */
  static BatchResult stated(byte[] response, BatchResult result) {
    return Optional.of(parse(response).path("state"))
        .filter(state -> !state.isMissingNode())
        .<BatchResult>map(state -> new Stated(result, state.toString()))
        .orElse(Whole.FUNCTION_ERROR);
  }

  private static JsonNode parse(byte[] response) {
    try {
      return JSON.readTree(response);
    } catch (IOException notJson) {
      return MissingNode.getInstance();
    }
  }
}
