package dev.thaw.engine.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.invocation.Memory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlatformLinesTest {
  private static FunctionVersion function(String runtime) {
    return new FunctionVersion(
        TestFleet.NAME,
        "7",
        "1",
        runtime,
        "h",
        new Memory(128),
        Duration.ofSeconds(3),
        Path.of("/"),
        Map.of());
  }

  @ParameterizedTest
  @CsvSource({
    "java17, java:17.v1",
    "java21, java:21.v1",
    "provided.al2023, provided:al2023.v1",
    "python3.13, python:3.13.v1",
  })
  void initStartNamesTheRuntime(String runtime, String label) {
    assertThat(TestFleet.mask(PlatformLines.initStart(function(runtime))))
        .isEqualTo(
            "INIT_START Runtime Version: "
                + label
                + "\tRuntime Version ARN: arn:aws:lambda:eu-west-1::runtime:<hash>\n");
  }

  @Test
  void startNamesTheVersion() {
    assertThat(PlatformLines.start("id", function("java17")))
        .isEqualTo("START RequestId: id Version: 7\n");
  }

  @ParameterizedTest
  @CsvSource({"en", "de", "ar-EG"})
  void initReportIsTheSameInEveryLocale(String language) {
    var before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag(language));
    try {
      assertThat(PlatformLines.failedInit(10_337_010_000L, "init", null))
          .isEqualTo("INIT_REPORT Init Duration: 10337.01 ms\tPhase: init\tStatus: timeout\n");
      assertThat(PlatformLines.failedInit(99_650_000L, "invoke", "Runtime.ExitError"))
          .isEqualTo(
              "INIT_REPORT Init Duration: 99.65 ms\tPhase: invoke\tStatus: error"
                  + "\tError Type: Runtime.ExitError\n");
    } finally {
      Locale.setDefault(before);
    }
  }
}
