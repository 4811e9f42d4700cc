package dev.thaw.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.thaw.engine.environment.InvocationResult;
import dev.thaw.model.StreamContent;
import dev.thaw.model.StreamSettings;
import dev.thaw.rules.stream.Tumbling;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * What the function of a case makes of a batch on the engine: it fails on poison, or reports it
 * where reports are looked at, and counts the records of a tumbling window in its state.
 */
final class StreamFunction {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final StreamSettings settings;

  StreamFunction(StreamSettings settings) {
    this.settings = settings;
  }

  /**
   * Its answer.
   *
   * @param processed how many of the batch's records it is through with
   */
  record Answer(InvocationResult result, int processed) {}

  static JsonNode read(byte[] payload) {
    try {
      return JSON.readTree(payload);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A record's data, of so many bytes where it is not longer of itself. */
  static String data(int number, StreamContent.Item item, int bytes) {
    var data =
        JSON.createObjectNode()
            .put("number", number)
            .put("poison", item.isPoison())
            .put("kept", !item.isFilteredOut());
    int more = bytes - data.toString().length();
    return data.put("padding", "x".repeat(Math.max(0, more))).toString();
  }

  /** What was put into the stream. */
  static JsonNode content(JsonNode record) {
    var kinesis = record.at("/kinesis/data");
    return kinesis.isMissingNode()
        ? read(record.at("/dynamodb/NewImage/data/S").textValue().getBytes(UTF_8))
        : read(Base64.getDecoder().decode(kinesis.textValue()));
  }

  static List<JsonNode> records(JsonNode event) {
    return StreamSupport.stream(event.path("Records").spliterator(), false).toList();
  }

  Answer answer(JsonNode event, InvocationResult ran) {
    var records = records(event);
    if (ran.functionError() != null) {
      return new Answer(ran, 0);
    }
    int first = firstPoison(records);
    boolean isFailing = settings.failureProbability() == 1;
    if (isFailing
        || (first < records.size() && !settings.mapping().errors().reportBatchItemFailures())) {
      return new Answer(new InvocationResult(ran.payload(), "Unhandled", ran.log()), 0);
    }
    var response = JSON.createObjectNode();
    if (first < records.size()) {
      report(response, records.get(first));
    }
    if (!settings.mapping().tumbling().equals(Tumbling.NONE)) {
      int before = event.at("/state/records").asInt(0);
      response.putObject("state").put("records", before + records.size());
    }
    var payload = response.toString().getBytes(UTF_8);
    return new Answer(new InvocationResult(payload, null, ran.log()), first);
  }

  private static int firstPoison(List<JsonNode> records) {
    int first = 0;
    while (first < records.size() && !content(records.get(first)).path("poison").asBoolean()) {
      first++;
    }
    return first;
  }

  private static void report(ObjectNode response, JsonNode failed) {
    var kinesis = failed.at("/kinesis/sequenceNumber");
    var number = kinesis.isMissingNode() ? failed.at("/dynamodb/SequenceNumber") : kinesis;
    response.putArray("batchItemFailures").addObject().set("itemIdentifier", number);
  }
}
