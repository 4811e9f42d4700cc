package dev.thaw.experiment.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.invocation.Answer;
import dev.thaw.invocation.InitializationType;
import dev.thaw.invocation.Marker;
import dev.thaw.invocation.ReportLine;
import dev.thaw.invocation.Request;
import dev.thaw.invocation.Slot;
import dev.thaw.invocation.ThrottleReason;
import dev.thaw.invocation.Timing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The request goes out at 1,000 ns in all of these. */
final class ColdProofTest {
  private static final ReportLine WARM = ReportLine.warm("id", 5, 5, 512, 90);
  private static final ReportLine COLD = WARM.withInit(250);

  private static Marker marker(long index, long initializedAtNs) {
    return new Marker("env", index, initializedAtNs, 0, 0, InitializationType.ON_DEMAND);
  }

  private static Request answered(@Nullable ReportLine report, @Nullable Marker marker) {
    return request(new Answer(200, "id", null, null, report, marker, null));
  }

  private static Request request(Answer answer) {
    return new Request(new Slot(0, "cold", "a", 0), new Timing(900, 1_000, 9_000), answer);
  }

  @Test
  void initDurationAndAFreshMarkerProveAColdStart() {
    assertThat(ColdProof.doubt(answered(COLD, marker(1, 5_000)))).isEmpty();
  }

  @Test
  void eitherAloneIsProofWhereTheOtherIsNotToBeHad() {
    assertThat(ColdProof.doubt(answered(COLD, null))).isEmpty();
    assertThat(ColdProof.doubt(answered(null, marker(1, 5_000)))).isEmpty();
  }

  @Test
  void nothingKnownIsNoProof() {
    assertThat(ColdProof.doubt(answered(null, null))).isPresent();
  }

  @Test
  void aReportWithoutInitDurationIsWarm() {
    assertThat(ColdProof.doubt(answered(WARM, marker(1, 5_000))))
        .contains("not a cold start: its REPORT has no Init Duration");
  }

  @Test
  void aSecondInvocationIsWarm() {
    assertThat(ColdProof.doubt(answered(null, marker(2, 5_000))))
        .contains("not a cold start: its environment had served before");
  }

  /** 50 to 85 % of initialisations on AWS added no latency for a user (aws-measurements, 2.6). */
  @Test
  void aProactiveInitialisationIsNotWaitedFor() {
    assertThat(ColdProof.doubt(answered(COLD, marker(1, 500))))
        .hasValueSatisfying(doubt -> assertThat(doubt).startsWith("not waited for"));
  }

  @Test
  void failuresAreNamed() {
    assertThat(ColdProof.doubt(request(new Answer(200, "id", "Unhandled", null, COLD, null, null))))
        .contains("the function failed (Unhandled)");
    assertThat(
            ColdProof.doubt(
                request(
                    new Answer(
                        429,
                        "id",
                        null,
                        ThrottleReason.CONCURRENT_INVOCATION_LIMIT_EXCEEDED,
                        null,
                        null,
                        null))))
        .contains("throttled (ConcurrentInvocationLimitExceeded)");
    assertThat(
            ColdProof.doubt(
                request(new Answer(0, null, null, null, null, null, "connection refused"))))
        .contains("connection refused");
    assertThat(ColdProof.doubt(request(new Answer(500, null, null, null, null, null, null))))
        .contains("HTTP status 500");
  }
}
