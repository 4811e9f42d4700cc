package dev.thaw.engine.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FailureTest {
  /** Recorded: localstack 2025-11-24; "signal: ..." in public logs of 2024 to 2026. */
  @ParameterizedTest
  @CsvSource({
    "0, Runtime exited without providing a reason",
    "1, Runtime exited with error: exit status 1",
    "127, Runtime exited with error: exit status 127",
    "137, Runtime exited with error: signal: killed",
    "139, Runtime exited with error: signal: segmentation fault",
    "134, Runtime exited with error: signal: aborted",
    "255, Runtime exited with error: exit status 255",
  })
  void saysHowARuntimeExited(int value, String message) {
    assertThat(new ExitStatus(value).message()).isEqualTo(message);
    assertThat(text(Failure.exited("id", new ExitStatus(value))))
        .isEqualTo(
            "{\"errorType\":\"Runtime.ExitError\",\"errorMessage\":\"RequestId: id Error: %s\"}"
                .formatted(message));
  }

  /** Recorded 2025-11-24, localstack test_lambda_too_large_response. */
  @Test
  void namesTheLimitOfAResponse() {
    assertThat(text(Failure.responseTooLarge()))
        .isEqualTo(
            "{\"errorMessage\":\"Response payload size exceeded maximum allowed payload size"
                + " (6291556 bytes).\",\"errorType\":\"Function.ResponseSizeTooLarge\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "Runtime.ImportModuleError, Runtime.ImportModuleError",
    "Function.Oops, Function.Oops",
    "java.lang.IllegalStateException, Runtime.Unknown",
    "Function.oops, Function.Unknown",
    "'', Runtime.Unknown",
  })
  void logsOnlyErrorTypesOfLambdasKind(String header, String type) {
    assertThat(Failure.posted(header, new byte[0]).errorType()).isEqualTo(type);
  }

  private static String text(Failure failure) {
    return new String(failure.payload(), StandardCharsets.UTF_8);
  }
}
