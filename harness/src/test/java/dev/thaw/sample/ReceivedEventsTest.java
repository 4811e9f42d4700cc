package dev.thaw.sample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.thaw.invocation.HandledLine;
import dev.thaw.invocation.InitializationType;
import dev.thaw.invocation.Marker;
import dev.thaw.invocation.ReceivedEvents;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Simulated environments recognise events as the sample function does, and log the same. */
final class ReceivedEventsTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Marker MARKER = new Marker("e", 1, 10, 20, 30, InitializationType.ON_DEMAND);

  /** Shapes as recorded from AWS, shortened (S3 2025-01-21, streams 2025-11-25). */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":\"p.v.1\",\"sleepMs\":0}",
        "{\"sleepMs\":0}",
        """
        {"Records":[{"eventVersion":"2.1","eventSource":"aws:s3","s3":{"bucket":{"name":"b"},\
        "object":{"key":"in/p.v%281%29","size":3}}}]}""",
        """
        {"Records":[\
        {"kinesis":{"kinesisSchemaVersion":"1.0","partitionKey":"k1",\
        "data":"eyJpZCI6InAudi4xIn0=","approximateArrivalTimestamp":1700000000.123},\
        "eventSource":"aws:kinesis","eventID":"shardId-000000000001:49"},\
        {"kinesis":{"partitionKey":"p.v.2","data":"bm90IEpTT04=",\
        "approximateArrivalTimestamp":1700000000.2},\
        "eventSource":"aws:kinesis","eventID":"shardId-000000000001:50"}]}""",
        """
        {"Records":[\
        {"eventID":"1a","eventName":"INSERT","eventSource":"aws:dynamodb","dynamodb":\
        {"ApproximateCreationDateTime":1700000001,"Keys":{"id":{"S":"k2"}},"NewImage":\
        {"id":{"S":"k2"},"event":{"S":"p.v.3"},"payload":{"S":"{}"}}}},\
        {"eventID":"1b","eventName":"REMOVE","eventSource":"aws:dynamodb","dynamodb":\
        {"ApproximateCreationDateTime":1700000001,"Keys":{"id":{"S":"k2"}}}}]}""",
        """
        {"version":"2.0","requestContext":{"domainName":"x.lambda-url.eu-west-1.on.aws"},\
        "body":"eyJpZCI6InAudi40In0=","isBase64Encoded":true}""",
        """
        {"resource":"/","httpMethod":"POST","requestContext":{"stage":"live"},\
        "body":"{\\"id\\":\\"p.v.5\\"}","isBase64Encoded":false}""",
        "{\"Records\":[{\"eventSource\":\"aws:sqs\"}],\"id\":\"p.v.6\"}"
      })
  void readsEventsAsTheFunctionDoes(String payload) throws IOException {
    var functions = new ArrayList<String>();
    var map = JSON.readValue(payload, new TypeReference<Map<String, Object>>() {});
    new WorkHandler(Map.of()).handle(map, () -> "r-1", functions::add);

    var simulated = ReceivedEvents.of(payload.getBytes(UTF_8)).lines("r-1", MARKER);

    assertThat(simulated)
        .isEqualTo(functions.stream().map(ReceivedEventsTest::withOurMarker).toList());
  }

  @Test
  void whatIsNoJsonHoldsNoEvent() {
    assertThat(ReceivedEvents.of("text".getBytes(UTF_8)).lines("r", MARKER)).isEmpty();
    assertThat(ReceivedEvents.of(new byte[0]).lines("r", MARKER)).isEmpty();
  }

  @Test
  void readsTheLineThatItWrites() {
    var line =
        new HandledLine(
            "r-1", "kinesis", true, MARKER, "s-0", 2, 0, List.of("a", "b"), null, List.of(1L, 2L));

    assertThat(HandledLine.parse("text before " + line.format())).contains(line);
    assertThat(HandledLine.parse("HANDLED {\"requestId\":\"r\"}")).isEmpty();
    assertThat(HandledLine.parse("HANDLED with care")).isEmpty();
    assertThat(HandledLine.parse(line.format().substring(0, 80))).isEmpty();
  }

  private static HandledLine withOurMarker(String line) {
    var read = HandledLine.parse(line).orElseThrow();
    return new HandledLine(
        read.requestId(),
        read.source(),
        read.failed(),
        MARKER,
        read.shard(),
        read.batchSize(),
        read.first(),
        read.ids(),
        read.keys(),
        read.arrivedMs());
  }
}
