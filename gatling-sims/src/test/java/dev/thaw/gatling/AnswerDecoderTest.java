package dev.thaw.gatling;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.invocation.Answer;
import dev.thaw.invocation.InitializationType;
import dev.thaw.invocation.Marker;
import dev.thaw.invocation.ReportLine;
import dev.thaw.invocation.ThrottleReason;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerDecoderTest {
  private static final String MARKER =
      """
      {"marker":{"environmentId":"e1","invocationIndex":1,"initializedAtNs":10,"startedAtNs":20,\
      "endedAtNs":30,"initializationType":"on-demand"},"padding":"xx"}""";

  @Test
  void readsTheMarkerAndTheReportOfASuccess() {
    var report = ReportLine.warm("id-1", 12.34, 13, 512, 70).withInit(250.5);
    var log = "START RequestId: id-1 Version: $LATEST\nEND RequestId: id-1\n" + report.format();

    var answer = decode(200, null, base64(log), MARKER);

    assertThat(answer.isSuccess()).isTrue();
    assertThat(answer.requestId()).isEqualTo("id-1");
    assertThat(answer.report()).isEqualTo(report);
    assertThat(answer.marker())
        .isEqualTo(new Marker("e1", 1, 10, 20, 30, InitializationType.ON_DEMAND));
    assertThat(answer.error()).isNull();
  }

  @Test
  void readsTheMarkerOfAnAnswerThatWasCutOffAfterIt() {
    var cutOff = MARKER.substring(0, MARKER.length() - 3);

    assertThat(decode(200, null, null, cutOff).marker()).isNotNull();
  }

  /** Body as recorded for a Java function that throws, shortened. */
  @Test
  void aFunctionErrorIsAFailureThatSaysWhatWasThrown() {
    var body = "{\"errorMessage\":\"asked to fail\",\"errorType\":\"IllegalState\"}";

    var answer = decode(200, "Unhandled", null, body);

    assertThat(answer.isSuccess()).isFalse();
    assertThat(answer.functionError()).isEqualTo("Unhandled");
    assertThat(answer.error()).isEqualTo("IllegalState: asked to fail");
  }

  @Test
  void readsTheReasonOfAThrottle() {
    var raw =
        new RawAnswer(
            429,
            "id-2",
            null,
            "TooManyRequestsException",
            null,
            """
            {"Reason":"ConcurrentInvocationLimitExceeded","Type":"User","message":"Rate Exceeded."}
            """
                .getBytes(UTF_8),
            null);

    var answer = AnswerDecoder.decode(raw);

    assertThat(answer.isThrottled()).isTrue();
    assertThat(answer.throttleReason())
        .isEqualTo(ThrottleReason.CONCURRENT_INVOCATION_LIMIT_EXCEEDED);
    assertThat(answer.error()).isEqualTo("TooManyRequestsException: Rate Exceeded.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "404 | {\"Message\":\"Function not found\",\"Type\":\"User\"} | Function not found",
        "502 | Bad Gateway | HTTP 502",
        "307 | '' | HTTP 307",
        "429 | {\"Reason\":\"NeverHeardOf\"} | HTTP 429"
      })
  void saysWhatItCanOfOtherFailures(int status, String body, String error) {
    var answer = decode(status, null, null, body);

    assertThat(answer.isSuccess()).isFalse();
    assertThat(answer.throttleReason()).isNull();
    assertThat(answer.error()).isEqualTo(error);
  }

  @Test
  void handsOnWhyThereWasNoAnswer() {
    assertThat(AnswerDecoder.decode(RawAnswer.none("Connection refused")))
        .isEqualTo(new Answer(0, null, null, null, null, null, "Connection refused"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[1]",
        "\"text\"",
        "{\"marker\":7}",
        "{\"marker\":{}}",
        "{\"marker\":{\"environmentId\":\"e\",\"invocationIndex\":0}}",
        "{\"marker\":{\"environmentId\":\"e\",\"invocationIndex\":\"soon\"}}",
        "{\"marker\":{\"environmentId\":\"e\",\"invocationIndex\":1,\"initializationType\":\"?\"}}",
        "{\"mark"
      })
  void aFunctionMayReturnAnything(String body) {
    var answer = decode(200, null, "no base64!", body);

    assertThat(answer.isSuccess()).isTrue();
    assertThat(answer.marker()).isNull();
    assertThat(answer.report()).isNull();
    assertThat(answer.error()).isNull();
  }

  private static Answer decode(
      int status, @Nullable String functionError, @Nullable String logResult, String body) {
    return AnswerDecoder.decode(
        new RawAnswer(status, "id-1", functionError, null, logResult, body.getBytes(UTF_8), null));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }
}
