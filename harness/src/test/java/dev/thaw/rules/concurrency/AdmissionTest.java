package dev.thaw.rules.concurrency;

import static dev.thaw.rules.concurrency.Admission.ACCOUNT_CONCURRENCY;
import static dev.thaw.rules.concurrency.Admission.ACCOUNT_RATE;
import static dev.thaw.rules.concurrency.Admission.ADMITTED;
import static dev.thaw.rules.concurrency.Admission.RESERVED_CONCURRENCY;
import static dev.thaw.rules.concurrency.Admission.RESERVED_RATE;
import static dev.thaw.rules.concurrency.Admission.SCALING_RATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

/** Instants are seconds here, for the eye; the rules see nanoseconds. */
final class AdmissionTest {
  private static long s(double seconds) {
    return Math.round(seconds * 1e9);
  }

  private static void run(FunctionConcurrency function, int count) {
    for (int i = 0; i < count; i++) {
      assertThat(function.admitAsync()).isEqualTo(ADMITTED);
    }
  }

  /** How many of so many requests at one instant are admitted, each ending at once. */
  private static int admitted(FunctionConcurrency function, int requests, long nowNs) {
    int admitted = 0;
    for (int i = 0; i < requests; i++) {
      if (function.admit(nowNs) == ADMITTED) {
        function.end();
        admitted++;
      }
    }
    return admitted;
  }

  private static int grown(FunctionConcurrency function, int environments, long nowNs) {
    int grown = 0;
    for (int i = 0; i < environments; i++) {
      grown += function.grow(nowNs) == ADMITTED ? 1 : 0;
    }
    return grown;
  }

  /** What runs of either function, and what becomes of one invocation more of the first. */
  @ParameterizedTest
  @CsvSource({
    // limit, reserved (-1: none), provisioned, runs, the other function runs, then
    "10, -1, 0, 0, 0, ADMITTED",
    "10, -1, 0, 9, 0, ADMITTED",
    "10, -1, 0, 10, 0, ACCOUNT_CONCURRENCY",
    "10, -1, 0, 4, 6, ACCOUNT_CONCURRENCY",
    "10, 0, 0, 0, 0, RESERVED_CONCURRENCY",
    "1000, 900, 0, 899, 100, ADMITTED",
    "1000, 900, 0, 900, 0, RESERVED_CONCURRENCY",
    "1000, 5, 0, 5, 0, RESERVED_CONCURRENCY",
    "1000, 5, 0, 4, 995, ADMITTED",
    "1000, 5, 3, 1, 0, ADMITTED",
    "1000, 5, 3, 2, 0, RESERVED_CONCURRENCY",
    "1000, 5, 5, 0, 0, RESERVED_CONCURRENCY",
    "1000, -1, 300, 699, 0, ADMITTED",
    "1000, -1, 300, 700, 0, ACCOUNT_CONCURRENCY",
    "1000, -1, 300, 0, 700, ACCOUNT_CONCURRENCY",
  })
  void concurrencyIsLimited(ArgumentsAccessor row) {
    var account = new Account(row.getInteger(0), 0);
    var function = account.function(0);
    if (row.getInteger(1) >= 0) {
      function.reserve(row.getInteger(1), 0);
    }
    function.provision(row.getInteger(2), 0);
    int runs = row.getInteger(3);
    run(function, runs);
    run(account.function(0), row.getInteger(4));
    var expected = row.get(5, Admission.class);

    assertThat(function.admit(0)).isEqualTo(expected);
    assertThat(function.running()).isEqualTo(expected == ADMITTED ? runs + 1 : runs);
  }

  /** Ten requests per second for each unit of concurrency, a second's worth at once. */
  @Test
  void requestsOfTheAccountAreLimited() {
    var account = new Account(20, 0);
    var one = account.function(0);
    var other = account.function(0);

    assertThat(admitted(one, 150, s(1))).isEqualTo(150);
    assertThat(admitted(other, 150, s(1))).isEqualTo(50);
    assertThat(one.admit(s(1))).isEqualTo(ACCOUNT_RATE);
    assertThat(admitted(one, 150, s(1.5))).isEqualTo(100);
    assertThat(admitted(one, 500, s(9))).as("nothing accrues").isEqualTo(200);
    assertThat(one.admitAsync()).as("asynchronous ones do not count").isEqualTo(ADMITTED);
  }

  @Test
  void requestsOfAReservationAreLimited() {
    var account = new Account(1_000, 0);
    var function = account.function(0);
    function.reserve(5, 0);

    assertThat(admitted(function, 60, 0)).isEqualTo(50);
    assertThat(function.admit(0)).isEqualTo(RESERVED_RATE);
    assertThat(function.admitAsync()).isEqualTo(ADMITTED);
    assertThat(admitted(function, 60, s(0.1))).isEqualTo(5);
    assertThat(admitted(account.function(0), 60, 0)).isEqualTo(60);
  }

  @Test
  void provisionedTakesItsShareOfTheReservationsRequests() {
    var function = new Account(1_000, 0).function(0);
    function.reserve(5, 0);
    function.provision(3, 0);

    assertThat(admitted(function, 60, 0)).isEqualTo(20);
    function.provision(-3, 0);
    assertThat(admitted(function, 60, 0)).as("of 50, 20 are taken").isEqualTo(30);
    function.reserve(6, 0);
    assertThat(admitted(function, 60, 0)).isEqualTo(10);
  }

  @Test
  void requestsOnProvisionedEnvironmentsCountForTheAccount() {
    var function = new Account(110, 0).function(0);
    function.provision(10, 0);
    for (int i = 0; i < 1_100; i++) {
      assertThat(function.admitProvisioned(0)).isEqualTo(ADMITTED);
    }

    assertThat(function.admitProvisioned(0)).isEqualTo(ACCOUNT_RATE);
    assertThat(function.admit(0)).isEqualTo(ACCOUNT_RATE);
    assertThat(function.running()).isZero();
  }

  @Test
  void requestThatTheAccountRefusesCostsTheReservationNothing() {
    var account = new Account(110, 0);
    var function = account.function(0);
    function.reserve(5, 0);
    assertThat(admitted(account.function(0), 1_100, 0)).isEqualTo(1_100);

    assertThat(function.admit(0)).isEqualTo(ACCOUNT_RATE);
    assertThat(admitted(function, 60, s(0.02))).as("22 from the account").isEqualTo(22);
    assertThat(admitted(function, 60, s(0.03))).as("11 more").isEqualTo(11);
    // 50 + 0.03 s x 50/s - 33 = 18.5 are left of the reservation's.
    assertThat(admitted(function, 60, s(0.03))).isZero();
  }

  /** 1,000 at once, then 100 per second; what is not used does not add up. */
  @Test
  void growthIsLimited() {
    var function = new Account(10_000, 0).function(0);

    assertThat(grown(function, 1_500, 0)).isEqualTo(1_000);
    assertThat(function.grow(0)).isEqualTo(SCALING_RATE);
    assertThat(grown(function, 500, s(1))).isEqualTo(100);
    assertThat(grown(function, 500, s(1.05))).isEqualTo(5);
    assertThat(grown(function, 5_000, s(11.05))).isEqualTo(1_000);
    assertThat(grown(function, 5_000, s(600))).isEqualTo(1_000);
  }

  @Test
  void eachFunctionGrowsByItself() {
    var account = new Account(10_000, 0);

    assertThat(grown(account.function(0), 1_500, 0)).isEqualTo(1_000);
    assertThat(grown(account.function(0), 1_500, 0)).isEqualTo(1_000);
  }

  /**
   * Bucket of 1,000 and 100/s against 300 starts/s: it is empty at C / (a - r) = 1,000 / 200 = 5 s,
   * and from then on a third is admitted.
   */
  @Test
  void steadyGrowthBeyondTheRateIsThrottledFromTheInstantThatTheFluidLimitNames() {
    var function = new Account(100_000, 0).function(0);
    double firstThrottle = Double.NaN;
    int admittedLater = 0;
    for (int start = 0; start < 300 * 20; start++) {
      double at = start / 300.0;
      boolean isAdmitted = function.grow(s(at)) == ADMITTED;
      if (!isAdmitted && Double.isNaN(firstThrottle)) {
        firstThrottle = at;
      }
      admittedLater += isAdmitted && at >= 10 ? 1 : 0;
    }

    assertThat(firstThrottle).isBetween(5.0 - 0.01, 5.0 + 0.01);
    assertThat(admittedLater).isBetween(999, 1_001);
  }

  @Test
  void eachThrottleHasAReasonOfLambdas() {
    assertThat(ADMITTED.reason()).isEmpty();
    assertThat(RESERVED_CONCURRENCY.reason().orElseThrow().wire())
        .isEqualTo("ReservedFunctionConcurrentInvocationLimitExceeded");
    assertThat(RESERVED_RATE.reason().orElseThrow().wire())
        .isEqualTo("ReservedFunctionInvocationRateLimitExceeded");
    assertThat(ACCOUNT_CONCURRENCY.reason().orElseThrow().wire())
        .isEqualTo("ConcurrentInvocationLimitExceeded");
    assertThat(ACCOUNT_RATE.reason().orElseThrow().wire())
        .isEqualTo("FunctionInvocationRateLimitExceeded");
    assertThat(SCALING_RATE.reason()).isPresent();
  }

  @Test
  void throttledInvocationLeavesTheCountsAsTheyWere() {
    var account = new Account(1, 0);
    var function = account.function(0);
    run(function, 1);

    assertThat(function.admit(0)).isEqualTo(ACCOUNT_CONCURRENCY);
    function.end();
    assertThat(function.admit(0)).isEqualTo(ADMITTED);
    function.end();
    assertThatThrownBy(function::end).hasMessage("no invocation is running");
  }
}
