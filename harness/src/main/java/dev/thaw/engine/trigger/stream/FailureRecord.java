package dev.thaw.engine.trigger.stream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.thaw.rules.stream.Action.Discard;
import dev.thaw.rules.stream.StreamSource;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the on-failure destination learns of records that were discarded; as recorded 2025-11-25,
 * localstack test_lambda_integration_kinesis and _dynamodbstreams.
 *
 * @param requestId of an invocation that there never was, if there was none
 */
record FailureRecord(
    Discard<PolledRecord> discard,
    String functionArn,
    String requestId,
    String shardId,
    String streamArn) {
  private static final JsonFactory JSON = new JsonFactory();
  private static final DateTimeFormatter MILLISECONDS = format("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'");
  private static final DateTimeFormatter SECONDS = format("yyyy-MM-dd'T'HH:mm:ss'Z'");

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
  }

  /** As JSON; with the event as payload where that is wanted. */
  String json(StreamSource source, Instant now, byte @Nullable [] payload) {
    var text = new StringWriter(1024);
    try (var json = JSON.createGenerator(text)) {
      json.writeStartObject();
      contexts(json);
      json.writeStringField("version", "1.0");
      json.writeStringField("timestamp", MILLISECONDS.format(now));
      batch(json, source);
      if (payload != null) {
        json.writeFieldName("payload");
        json.writeRawValue(new String(payload, StandardCharsets.UTF_8));
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private void contexts(JsonGenerator json) throws IOException {
    var attempt = Optional.ofNullable(discard.records().get(0).last());
    json.writeObjectFieldStart("requestContext");
    json.writeStringField("requestId", attempt.map(Attempt::requestId).orElse(requestId));
    json.writeStringField("functionArn", functionArn);
    json.writeStringField("condition", discard.condition().code());
    json.writeNumberField("approximateInvokeCount", discard.invokeCount());
    json.writeEndObject();
    if (attempt.isPresent() && isResponseTold()) {
      var last = attempt.orElseThrow();
      json.writeObjectFieldStart("responseContext");
      json.writeNumberField("statusCode", 200);
      json.writeStringField("executedVersion", last.executedVersion());
      // Null where the function reported the failure itself.
      json.writeStringField("functionError", last.functionError());
      json.writeEndObject();
    }
  }

  private boolean isResponseTold() {
    return switch (discard.condition()) {
      case RETRY_ATTEMPTS_EXHAUSTED -> true;
      case RECORD_AGE_EXCEEDED -> false;
    };
  }

  private void batch(JsonGenerator json, StreamSource source) throws IOException {
    var records = discard.records();
    var first = records.get(0).event();
    var last = records.get(records.size() - 1).event();
    var arrivals = source == StreamSource.KINESIS ? MILLISECONDS : SECONDS;
    json.writeObjectFieldStart(
        source == StreamSource.KINESIS ? "KinesisBatchInfo" : "DDBStreamBatchInfo");
    json.writeStringField("shardId", shardId);
    json.writeStringField("startSequenceNumber", first.sequenceNumber());
    json.writeStringField("endSequenceNumber", last.sequenceNumber());
    json.writeStringField("approximateArrivalOfFirstRecord", arrivals.format(first.arrived()));
    json.writeStringField("approximateArrivalOfLastRecord", arrivals.format(last.arrived()));
    json.writeNumberField("batchSize", records.size());
    json.writeStringField("streamArn", streamArn);
    json.writeEndObject();
  }
}
