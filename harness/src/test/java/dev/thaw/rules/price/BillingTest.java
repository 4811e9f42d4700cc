package dev.thaw.rules.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BillingTest {
  /**
   * Real REPORT lines, in this order: lucvandonkersgoed.com 2022-04 (2365.83; rounding each part up
   * would give 2367), a CloudWatch export of 2025-09-02 (init on top of a 3 s timeout), a Java
   * function's log of 2025 (1541.36; each part up would give 1543), opentelemetry-lambda pull 2098
   * of 2025-12-29, localstack 2023-09-04 (warm); then the edges.
   */
  @ParameterizedTest
  @CsvSource({
    "1307.68, 1058.15, 2366",
    "3000.00, 67.49, 3068",
    "1248.31, 293.05, 1542",
    "5000.00, 578.07, 5579",
    "2.90, 0, 3",
    "3.00, 0, 3",
    "3.01, 0, 4",
    "0.50, 0.50, 1",
    "0.00, 0, 1",
    // Counts as it is reported: 3.00 ms.
    "3.0000001, 0, 3",
  })
  void roundsTheSumOfDurationAndInitUpOnce(double durationMs, double initMs, long billedMs) {
    assertThat(Billing.billedMs(durationMs, initMs)).isEqualTo(billedMs);
  }

  /** The clock of provisioned concurrency runs in steps of five minutes. */
  @ParameterizedTest
  @CsvSource({"PT0S, PT0S", "PT1S, PT5M", "PT5M, PT5M", "PT5M0.001S, PT10M", "PT8H, PT8H"})
  void provisionedConcurrencyIsBilledInFiveMinutes(Duration enabled, Duration billed) {
    assertThat(Billing.provisioned(enabled)).isEqualTo(billed);
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 1", "4.01, 0, 5", "4.01, 0.01, 6", "4.01, 100.5, 106"})
  void roundsARestoreAndTheDurationAfterItEachUp(double durationMs, double restoreMs, long ms) {
    assertThat(Billing.billedMsAfterRestore(durationMs, restoreMs)).isEqualTo(ms);
  }

  @ParameterizedTest
  @CsvSource({
    // duration ns, init ns: ms billed
    "0, 0, 1",
    "1000000, 0, 1",
    // 1.00 ms as reported, and 1.01 ms.
    "1004999, 0, 1",
    "1005001, 0, 2",
    "1307680000, 1058150000, 2366",
    "3000000000, 67490000, 3068",
  })
  void billsNanosecondsAsTheyAreReported(long durationNs, long initNs, long billedMs) {
    assertThat(Billing.billedMsOfNs(durationNs, initNs)).isEqualTo(billedMs);
    assertThat(Billing.billedMs(durationNs / 1e6, initNs / 1e6)).isEqualTo(billedMs);
  }

  /** 1 MB is twelve steps of 64 KB above 256 KB. */
  @ParameterizedTest
  @CsvSource({"0, 1", "262144, 1", "262145, 2", "327680, 2", "327681, 3", "1048576, 13"})
  void aLargeAsynchronousEventCountsAsSeveralRequests(long bytes, long requests) {
    assertThat(Billing.asyncRequests(bytes)).isEqualTo(requests);
  }
}
