package dev.thaw.invocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines as AWS wrote them; see the sources at each. */
final class ReportLineTest {
  private static final String ID = "8f507cfc-xmpl-4697-b07a-ac58fc914c95";

  /** Recorded 2023-09-04, localstack tests/aws/services/lambda_ (cold python echo). */
  private static final String COLD =
      "REPORT RequestId: "
          + ID
          + "\tDuration: 3.01 ms\tBilled Duration: 4 ms\tMemory Size: 128 MB\tMax Memory Used: 36 MB"
          + "\tInit Duration: 110.10 ms\t\n";

  private static final String WARM =
      "REPORT RequestId: "
          + ID
          + "\tDuration: 2.90 ms\tBilled Duration: 3 ms\tMemory Size: 128 MB\tMax Memory Used: 36 MB\t\n";

  /** A public CloudWatch export of 2025-09-02: no trailing tab after a status. */
  private static final String TIMEOUT =
      "REPORT RequestId: "
          + ID
          + "\tDuration: 3000.00 ms\tBilled Duration: 3068 ms\tMemory Size: 128 MB"
          + "\tMax Memory Used: 35 MB\tInit Duration: 67.49 ms\tStatus: timeout\n";

  @Test
  void writesAColdStartByteForByte() {
    assertThat(ReportLine.warm(ID, 3.01, 4, 128, 36).withInit(110.1).format()).isEqualTo(COLD);
  }

  @Test
  void writesAWarmInvocationByteForByte() {
    assertThat(ReportLine.warm(ID, 2.9, 3, 128, 36).format()).isEqualTo(WARM);
  }

  @Test
  void writesAStatusWithoutATrailingTab() {
    assertThat(
            ReportLine.warm(ID, 3000, 3068, 128, 35)
                .withInit(67.49)
                .withStatus("timeout", null)
                .format())
        .isEqualTo(TIMEOUT);
    assertThat(ReportLine.warm(ID, 1, 1, 128, 35).withStatus("error", "Runtime.ExitError").format())
        .endsWith("\tMax Memory Used: 35 MB\tStatus: error\tError Type: Runtime.ExitError\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"de-DE", "tr-TR", "ar-EG", "en-US"})
  void writesTheSameInEveryLocale(String language) {
    var before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag(language));
    try {
      assertThat(ReportLine.warm(ID, 2.9, 3, 128, 36).format()).isEqualTo(WARM);
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {COLD, WARM, TIMEOUT})
  void readsWhatItWrites(String line) {
    assertThat(ReportLine.parse(line)).map(ReportLine::format).contains(line);
  }

  @Test
  void findsTheLineInALogTail() {
    var tail =
        "START RequestId: "
            + ID
            + " Version: $LATEST\nREPORT RequestId: no, the function printed this\nEND RequestId: "
            + ID
            + "\n"
            + COLD;

    assertThat(ReportLine.parse(tail.replace("REPORT RequestId: no", "a REPORT RequestId: no")))
        .hasValueSatisfying(report -> assertThat(report.initMs()).isEqualTo(110.1));
  }

  @Test
  void passesOverFieldsThatItDoesNotKnow() {
    var line =
        WARM.replace(
            "\t\n",
            "\tXRAY TraceId: 1-5e34a614-10bdxmplf1fb44f07bc535a1\tSegmentId: 07f5xmpl2d1f6f85\tSampled: true\t\n");

    assertThat(ReportLine.parse(line)).contains(ReportLine.warm(ID, 2.9, 3, 128, 36));
  }

  @Test
  void readsRestoreDurations() {
    var line =
        WARM.replace("\t\n", "\tRestore Duration: 612.30 ms\tBilled Restore Duration: 12 ms\t\n");

    assertThat(ReportLine.parse(line))
        .hasValueSatisfying(
            report -> {
              assertThat(report.restoreMs()).isEqualTo(612.3);
              assertThat(report.billedRestoreMs()).isEqualTo(12);
              assertThat(report.isCold()).isTrue();
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "END RequestId: x\n",
        "REPORT RequestId: x\tDuration: 3.01 ms",
        "REPORT RequestId: x\tDuration: soon\tBilled Duration: 4 ms\tMemory Size: 128 MB\tMax Memory Used: 36 MB"
      })
  void aLineThatIsCutOffOrIsNoneGivesNothing(String log) {
    assertThat(ReportLine.parse(log)).isEmpty();
  }
}
