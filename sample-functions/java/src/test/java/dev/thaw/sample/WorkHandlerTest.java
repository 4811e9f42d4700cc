package dev.thaw.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class WorkHandlerTest {
  private final List<String> log = new ArrayList<>();

  @Test
  void countsItsInvocationsAndKeepsItsEnvironmentId() {
    var handler = new WorkHandler(Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start"));

    var first = marker(handle(handler, Map.of()));
    var second = marker(handle(handler, Map.of()));

    assertThat(first).containsEntry("invocationIndex", 1L);
    assertThat(second).containsEntry("invocationIndex", 2L);
    assertThat(second.get("environmentId")).isEqualTo(first.get("environmentId"));
    assertThat(first).containsEntry("initializationType", "snap-start");
    assertThat(ns(first, "startedAtNs")).isGreaterThanOrEqualTo(ns(first, "initializedAtNs"));
    assertThat(ns(first, "endedAtNs")).isGreaterThanOrEqualTo(ns(first, "startedAtNs"));
  }

  @Test
  void waitsAndBurnsAtLeastAsLongAsAsked() {
    var payload = Map.<String, Object>of("sleepMs", 20, "cpuMs", 10, "allocateMb", 2);

    assertThat(elapsedNs(handle(new WorkHandler(Map.of()), payload)))
        .isGreaterThanOrEqualTo(30_000_000);
  }

  @Test
  void leavesOutWhatIsNotAskedAndRefusesWhatItCannotRead() {
    assertThat(handle(new WorkHandler(Map.of()), Map.of("answerBytes", 3)))
        .containsEntry("padding", "xxx");
    assertThatThrownBy(() -> Work.of(Map.of("sleepMs", "long")))
        .hasMessage("sleepMs must be a number, not 'long'");
  }

  @Test
  void failsWhenAskedAndLogsThatItDid() {
    var handler = new WorkHandler(Map.of());

    assertThatThrownBy(() -> handle(handler, Map.of("id", "e-1", "fault", "exception")))
        .hasMessage("asked to fail");
    assertThat(log)
        .singleElement()
        .satisfies(line -> assertThat(line).contains("\"failed\":true", "\"ids\":[\"e-1\"]"));
    assertThatThrownBy(() -> handle(handler, Map.of("fault", "quake")))
        .hasMessageContaining("fault 'quake' is none of [NONE, EXCEPTION");
  }

  @Test
  void logsNothingOfAPayloadWithoutAnId() {
    handle(new WorkHandler(Map.of()), Map.of("sleepMs", 0));

    assertThat(log).isEmpty();
  }

  @Test
  void doesTheWorkOfEachRecordOfABatch() {
    var data = base64("{\"id\":\"p.v.1\",\"sleepMs\":10}");
    var record = Map.of("partitionKey", "k1", "data", data, "approximateArrivalTimestamp", 1.25);
    var one =
        Map.of(
            "eventSource", "aws:kinesis", "eventID", "shardId-000000000002:49", "kinesis", record);

    var answer = handle(new WorkHandler(Map.of()), Map.of("Records", List.of(one, one, one)));

    assertThat(elapsedNs(answer)).isGreaterThanOrEqualTo(30_000_000);
    assertThat(log)
        .singleElement()
        .satisfies(
            line ->
                assertThat(line)
                    .startsWith("HANDLED {\"requestId\":\"r-1\",\"source\":\"kinesis\"")
                    .endsWith(
                        "\"shard\":\"shardId-000000000002\",\"batchSize\":3,\"first\":0,"
                            + "\"ids\":[\"p.v.1\",\"p.v.1\",\"p.v.1\"],"
                            + "\"keys\":[\"k1\",\"k1\",\"k1\"],"
                            + "\"arrivedMs\":[1250,1250,1250]}"));
  }

  @Test
  void doesTheWorkOfItsEnvironmentForAnUpload() {
    var s3 = Map.of("object", Map.of("key", "in/p.v%281%29"));
    var payload =
        Map.<String, Object>of("Records", List.of(Map.of("eventSource", "aws:s3", "s3", s3)));
    var handler = new WorkHandler(Map.of("THAW_WORK", "{\"sleepMs\": 20}"));

    assertThat(elapsedNs(handle(handler, payload))).isGreaterThanOrEqualTo(20_000_000);
    assertThat(log).singleElement().asString().contains("\"ids\":[\"p.v(1)\"]");
  }

  @Test
  void readsTheNewImageOfAnItemAndPassesOverRemovals() {
    Map<String, Object> image =
        Map.of("event", Map.of("S", "p.v.2"), "payload", Map.of("S", "{\"sleepMs\":20}"));
    var keys = Map.of("id", Map.of("S", "p.v.2"));
    var put = Map.of("Keys", keys, "NewImage", image, "ApproximateCreationDateTime", 7);
    var removal = Map.of("Keys", keys);
    var payload =
        Map.<String, Object>of(
            "Records",
            List.of(
                Map.of("eventSource", "aws:dynamodb", "dynamodb", put),
                Map.of("eventSource", "aws:dynamodb", "dynamodb", removal)));

    assertThat(elapsedNs(handle(new WorkHandler(Map.of()), payload)))
        .isGreaterThanOrEqualTo(20_000_000);
    assertThat(log)
        .singleElement()
        .asString()
        .endsWith("\"batchSize\":2,\"first\":0,\"ids\":[\"p.v.2\"],\"arrivedMs\":[7000]}");
  }

  @Test
  void answersAProxyAsItMustBeAnswered() {
    var payload =
        Map.<String, Object>of(
            "version",
            "2.0",
            "requestContext",
            Map.of("http", Map.of("method", "POST")),
            "body",
            base64("{\"id\":\"p.v.3\",\"answerBytes\":2}"),
            "isBase64Encoded",
            true);

    var answer = handle(new WorkHandler(Map.of()), payload);

    assertThat(answer).containsEntry("statusCode", 200);
    assertThat((String) answer.get("body"))
        .startsWith("{\"marker\":{\"environmentId\":\"")
        .endsWith(",\"padding\":\"xx\"}");
    assertThat(log).singleElement().asString().contains("\"source\":\"http\"", "p.v.3");
  }

  @Test
  void splitsTheLineOfALargeBatch() {
    var records =
        IntStream.range(0, 2500)
            .mapToObj(
                i ->
                    (Object)
                        Map.of(
                            "eventSource",
                            "aws:s3",
                            "s3",
                            Map.of("object", Map.of("key", "p.v." + i))))
            .toList();

    handle(new WorkHandler(Map.of()), Map.of("Records", records));

    assertThat(log).hasSize(3);
    assertThat(log.get(2)).contains("\"batchSize\":2500,\"first\":2000,\"ids\":[\"p.v.2000\"");
  }

  private Map<String, Object> handle(WorkHandler handler, Map<String, Object> payload) {
    return handler.handle(payload, () -> "r-1", log::add);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> marker(Map<String, Object> answer) {
    return (Map<String, Object>) Objects.requireNonNull(answer.get("marker"));
  }

  private static long elapsedNs(Map<String, Object> answer) {
    var marker = marker(answer);
    return ns(marker, "endedAtNs") - ns(marker, "startedAtNs");
  }

  private static long ns(Map<String, Object> marker, String name) {
    return (Long) Objects.requireNonNull(marker.get(name));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
