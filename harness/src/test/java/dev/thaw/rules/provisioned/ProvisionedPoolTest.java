package dev.thaw.rules.provisioned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Instants are seconds here, for the eye; the pool sees nanoseconds. */
final class ProvisionedPoolTest {
  private static long s(double seconds) {
    return Math.round(seconds * 1e9);
  }

  private static ProvisionedPool ready(int count) {
    return ProvisionedPool.ready(Provisioning.DOCUMENTED, count, 0);
  }

  private static ProvisionedPool requested(int count) {
    var pool = new ProvisionedPool(Provisioning.DOCUMENTED, 0);
    pool.request(count, 0);
    return pool;
  }

  private static void initialise(ProvisionedPool pool, int count, long nowNs) {
    for (int i = 0; i < count; i++) {
      assertThat(pool.initialised(nowNs)).isTrue();
    }
  }

  private static void take(ProvisionedPool pool, int count, long nowNs) {
    for (int i = 0; i < count; i++) {
      assertThat(pool.take(nowNs)).isTrue();
    }
  }

  private static void assertCounts(
      ProvisionedPool pool, String status, int allocated, int available) {
    assertThat(pool.status()).hasToString(status);
    assertThat(pool.allocated()).as("allocated").isEqualTo(allocated);
    assertThat(pool.available()).as("available").isEqualTo(available);
  }

  /** 90 s of preparation, then 6,000 per minute: one every 10 ms. */
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "89.99, 0",
    "90, 0",
    "90.009, 0",
    "90.01, 1",
    "91, 100",
    "95.99, 599",
    "96, 600",
    "3600, 600",
  })
  void startsEnvironmentsAtItsPaceAfterThePreparation(double at, int expected) {
    assertThat(requested(600).start(s(at))).isEqualTo(expected);
  }

  @Test
  void namesTheInstantOfTheNextStart() {
    var pool = requested(2);

    assertThat(pool.nextStartNs()).hasValue(s(90.01));
    assertThat(pool.start(s(90.01))).isEqualTo(1);
    assertThat(pool.start(s(90.01))).isZero();
    assertThat(pool.nextStartNs()).hasValue(s(90.02));
    assertThat(pool.start(s(90.02))).isEqualTo(1);
    assertThat(pool.nextStartNs()).isEmpty();
  }

  @Test
  void noneServesBeforeAllAreInitialised() {
    var pool = requested(3);
    pool.start(s(91));
    initialise(pool, 2, s(92));

    assertCounts(pool, "IN_PROGRESS", 2, 0);
    assertThat(pool.take(s(92))).isFalse();
    assertThat(pool.utilization()).isNaN();
    initialise(pool, 1, s(93));
    assertCounts(pool, "READY", 3, 3);
    assertThat(pool.take(s(93))).isTrue();
    assertThat(pool.utilization()).isEqualTo(1 / 3.0);
  }

  @Test
  void spillsOverByConcurrency() {
    var pool = ready(2);
    take(pool, 2, 0);

    assertThat(pool.take(0)).isFalse();
    assertThat(pool.takeAsync()).isFalse();
    assertThat(pool.release()).isTrue();
    assertThat(pool.take(0)).isTrue();
    assertThat(pool.busy()).isEqualTo(2);
  }

  /** AWS's own example: 10 of them spill over at 10 concurrent or at 100 requests per second. */
  @Test
  void spillsOverByRateBeyondTenRequestsPerSecondForEach() {
    var pool = ready(10);
    for (int i = 0; i < 100; i++) {
      take(pool, 1, s(1));
      pool.release();
    }

    assertThat(pool.take(s(1))).isFalse();
    assertThat(pool.take(s(1.009))).isFalse();
    assertThat(pool.takeAsync()).as("rates do not count for asynchronous invocations").isTrue();
    assertThat(pool.take(s(1.01))).isTrue();
    assertThat(pool.take(s(1.01))).isFalse();
  }

  @Test
  void oldOnesServeWhileMoreArePrepared() {
    var pool = ready(2);
    assertThat(pool.request(5, s(100))).isZero();

    assertCounts(pool, "IN_PROGRESS", 2, 2);
    take(pool, 2, s(100));
    assertThat(pool.take(s(100))).isFalse();
    assertThat(pool.start(s(190.03))).isEqualTo(3);
    initialise(pool, 2, s(191));
    assertThat(pool.take(s(191))).isFalse();
    initialise(pool, 1, s(192));
    assertCounts(pool, "READY", 5, 5);
    take(pool, 3, s(192));
  }

  @Test
  void loweringEndsIdleOnesAtOnceAndBusyOnesAfterTheirInvocation() {
    var pool = ready(5);
    take(pool, 3, 0);

    assertThat(pool.request(1, s(1))).as("idle ones that end").isEqualTo(2);
    assertCounts(pool, "READY", 3, 1);
    assertThat(pool.take(s(1))).isFalse();
    assertThat(pool.release()).isFalse();
    assertThat(pool.release()).isFalse();
    assertThat(pool.release()).isTrue();
    assertCounts(pool, "READY", 1, 1);
    assertThat(pool.take(s(1))).isTrue();
  }

  @Test
  void requestForNoneEndsAll() {
    var pool = ready(4);

    assertThat(pool.request(0, s(1))).isEqualTo(4);
    assertCounts(pool, "READY", 0, 0);
    assertThat(pool.take(s(1))).isFalse();
    assertThat(pool.nextStartNs()).isEmpty();
  }

  /** Recorded: a Put while IN_PROGRESS is allowed and overwrites. */
  @Test
  void laterRequestOverwritesOneInProgress() {
    var pool = requested(5);
    pool.start(s(90.04));
    initialise(pool, 1, s(91));

    assertThat(pool.request(2, s(91))).isZero();
    assertCounts(pool, "IN_PROGRESS", 1, 0);
    assertThat(pool.nextStartNs()).as("one of those on their way will do").isEmpty();
    initialise(pool, 1, s(92));
    assertCounts(pool, "READY", 2, 2);
    assertThat(pool.initialised(s(92))).as("the third is too many").isFalse();
    assertCounts(pool, "READY", 2, 2);
  }

  /** Recorded: six init attempts in total, then FAILED with nothing allocated. */
  @Test
  void failsAfterSixInitsInARow() {
    var pool = requested(2);
    for (int attempt = 1; attempt <= 5; attempt++) {
      long now = pool.nextStartNs().orElseThrow();
      assertThat(pool.start(now)).isEqualTo(1);
      pool.failed();
      assertCounts(pool, "IN_PROGRESS", 0, 0);
    }
    pool.start(pool.nextStartNs().orElseThrow());
    pool.failed();

    assertCounts(pool, "FAILED", 0, 0);
    assertThat(pool.nextStartNs()).isEmpty();
    assertThat(pool.start(s(3600))).isZero();
    pool.request(1, s(3600));
    assertCounts(pool, "IN_PROGRESS", 0, 0);
    assertThat(pool.nextStartNs()).hasValue(s(3690.01));
  }

  @Test
  void failedRaiseLeavesWhatServedBefore() {
    var pool = ProvisionedPool.ready(new Provisioning(Duration.ZERO, 6_000, 2), 3, 0);
    pool.request(9, 0);
    pool.start(s(1));
    initialise(pool, 1, s(1));
    pool.failed();
    pool.failed();

    assertCounts(pool, "FAILED", 3, 3);
    assertThat(pool.initialised(s(2))).as("one that comes too late").isFalse();
    take(pool, 3, s(2));
  }

  @Test
  void replacesWhatWasLost() {
    var pool = ready(2);
    take(pool, 2, 0);
    pool.lose(s(5));

    assertCounts(pool, "READY", 1, 1);
    assertThat(pool.take(s(5))).isFalse();
    assertThat(pool.nextStartNs()).hasValue(s(5.01));
    assertThat(pool.start(s(5.01))).isEqualTo(1);
    initialise(pool, 1, s(6));
    assertCounts(pool, "READY", 2, 2);
    assertThat(pool.take(s(6))).isTrue();
  }

  @Test
  void replacesIdleOnesThatHadTheirTime() {
    var pool = ready(2);
    take(pool, 1, 0);
    pool.recycle(s(5));

    assertCounts(pool, "READY", 1, 1);
    assertThatThrownBy(() -> pool.recycle(s(5))).hasMessage("no provisioned environment is idle");
    assertThat(pool.start(s(6))).isEqualTo(1);
    initialise(pool, 1, s(6));
    assertCounts(pool, "READY", 2, 2);
  }

  @Test
  void oneThatIsNotNeededAnyMoreIsNotReplaced() {
    var pool = ready(3);
    take(pool, 3, 0);
    pool.request(2, 0);
    pool.lose(s(1));

    assertCounts(pool, "READY", 2, 2);
    assertThat(pool.nextStartNs()).isEmpty();
  }

  @Test
  void refusesWhatCannotBe() {
    var pool = ready(1);

    assertThatThrownBy(() -> pool.request(-1, 0))
        .hasMessage("provisioned concurrency cannot be negative: -1");
    assertThatThrownBy(pool::release).hasMessage("no provisioned environment is busy");
    assertThatThrownBy(() -> pool.lose(0)).hasMessage("no provisioned environment is busy");
    assertThatThrownBy(pool::failed).hasMessage("no provisioned environment is initialising");
    assertThatThrownBy(() -> new Provisioning(Duration.ofSeconds(-1), 1, 1))
        .hasMessage("preparation cannot be negative: PT-1S");
    assertThatThrownBy(() -> new Provisioning(Duration.ZERO, 0, 1))
        .hasMessage("at least one environment a minute is needed, not 0");
    assertThatThrownBy(() -> new Provisioning(Duration.ZERO, 1, 0))
        .hasMessage("at least one init attempt is needed, not 0");
  }
}
