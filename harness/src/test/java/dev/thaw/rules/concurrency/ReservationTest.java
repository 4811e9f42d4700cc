package dev.thaw.rules.concurrency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be set aside of an account, and what that claims. */
final class ReservationTest {
  private static final String BELOW_FLOOR =
      "Specified ReservedConcurrentExecutions for function decreases account's"
          + " UnreservedConcurrentExecution below its minimum value of [100].";

  private final Account account = new Account(1_000, 0);
  private final FunctionConcurrency function = account.function(0);
  private final FunctionConcurrency other = account.function(0);

  private static void run(FunctionConcurrency function, int count) {
    for (int i = 0; i < count; i++) {
      assertThat(function.admitAsync()).isEqualTo(Admission.ADMITTED);
    }
  }

  private void assertAccount(int claimed, int unreserved) {
    assertThat(account.claimed()).as("claimed").isEqualTo(claimed);
    assertThat(account.unreserved()).as("unreserved").isEqualTo(unreserved);
  }

  /** Others have reserved and provisioned so much; what the most is that may be reserved. */
  @ParameterizedTest
  @CsvSource({"0, 0, 900", "400, 0, 500", "0, 300, 600", "500, 300, 100"})
  void hundredStayUnreserved(int reserved, int provisioned, int most) {
    other.reserve(reserved, 0);
    account.function(0).provision(provisioned, 0);

    assertThatThrownBy(() -> function.reserve(most + 1, 0))
        .isInstanceOf(RefusedConcurrencyException.class)
        .hasMessage(BELOW_FLOOR);
    assertThatNoException().isThrownBy(() -> function.reserve(most, 0));
    assertAccount(900, 100);
  }

  @Test
  void ownReservationIsCreditedBack() {
    function.reserve(800, 0);

    function.reserve(900, 0);
    assertThatThrownBy(() -> function.reserve(901, 0)).hasMessage(BELOW_FLOOR);
    assertThat(function.reserved()).hasValue(900);
  }

  @ParameterizedTest
  @CsvSource({"10", "100", "1000"})
  void zeroIsAlwaysAccepted(int limit) {
    var reserving = new Account(limit, 0).function(0);
    reserving.reserve(0, 0);

    assertThat(reserving.admit(0)).isEqualTo(Admission.RESERVED_CONCURRENCY);
  }

  @Test
  void smallAccountCannotReserve() {
    var small = new Account(10, 0).function(0);

    assertThatThrownBy(() -> small.reserve(1, 0)).hasMessage(BELOW_FLOOR);
  }

  @Test
  void reservationsAndProvisionsAreClaimedRunningOrNot() {
    function.reserve(200, 0);
    other.provision(50, 0);
    assertAccount(250, 750);
    run(function, 20);
    assertAccount(250, 750);
    run(other, 30);
    assertAccount(280, 750);
    function.provision(150, 0);
    assertAccount(280, 750);
  }

  @Test
  void whatRunsCountsWhereItBelongsAfterAChange() {
    run(function, 30);
    run(other, 5);
    assertAccount(35, 1_000);

    function.reserve(40, 0);
    assertAccount(45, 960);
    assertThat(function.running()).isEqualTo(30);
    function.reserve(20, 0);
    assertThat(function.admit(0)).isEqualTo(Admission.RESERVED_CONCURRENCY);
    for (int i = 0; i < 11; i++) {
      function.end();
    }
    assertThat(function.admit(0)).as("19 run of 20").isEqualTo(Admission.ADMITTED);
    function.unreserve();
    assertThat(function.reserved()).isEmpty();
    assertAccount(25, 1_000);
    function.unreserve();
    assertAccount(25, 1_000);
  }

  @Test
  void whatRunsBeyondANewLimitThrottlesTheOthers() {
    run(function, 900);
    other.reserve(800, 0);

    assertThat(account.claimed()).as("more than there is").isEqualTo(1_700);
    assertThat(function.admit(0)).isEqualTo(Admission.ACCOUNT_CONCURRENCY);
    assertThat(other.admit(0)).isEqualTo(Admission.ADMITTED);
  }

  @Test
  void provisionsMoveIntoAReservationAndOutOfIt() {
    function.provision(60, 0);
    assertAccount(60, 940);
    function.reserve(100, 0);
    assertAccount(100, 900);
    function.unreserve();
    assertAccount(60, 940);
    function.provision(-60, 0);
    assertAccount(0, 1_000);
    assertThat(function.provisioned()).isZero();
  }

  @Test
  void reservationCannotBeLessThanWhatIsProvisioned() {
    function.provision(2, 0);

    assertThatThrownBy(() -> function.reserve(1, 0))
        .isInstanceOf(RefusedConcurrencyException.class)
        .hasMessage(
            " ReservedConcurrentExecutions  1 should not be lower than function's total provisioned"
                + " concurrency [2].");
    assertAccount(2, 998);
    function.reserve(2, 0);
    assertThat(function.admit(0)).isEqualTo(Admission.RESERVED_CONCURRENCY);
  }

  @Test
  void noMoreIsProvisionedThanReserved() {
    function.reserve(5, 0);
    function.provision(3, 0);

    assertThatThrownBy(() -> function.provision(3, 0))
        .isInstanceOf(RefusedConcurrencyException.class)
        .hasMessage(
            "Requested Provisioned Concurrency should not be greater than the"
                + " reservedConcurrentExecution for function");
    assertThat(function.provisioned()).isEqualTo(3);
    function.provision(2, 0);
  }

  @Test
  void unreservedProvisionsLeaveHundred() {
    assertThatThrownBy(() -> function.provision(1_001, 0))
        .hasMessage(
            "Specified ConcurrentExecutions for function is greater than account's unreserved"
                + " concurrency [1000].");
    assertThatThrownBy(() -> function.provision(901, 0))
        .hasMessage(
            "Specified ConcurrentExecutions for function decreases account's"
                + " UnreservedConcurrentExecution below its minimum value of [100].");
    function.provision(900, 0);
    assertThatThrownBy(() -> function.provision(-901, 0))
        .hasMessage("provisioned concurrency cannot be negative: -1");
    assertAccount(900, 100);
  }

  @Test
  void refusesNumbersThatMeanNothing() {
    assertThatThrownBy(() -> function.reserve(-1, 0))
        .hasMessage("reserved concurrency cannot be negative: -1");
    assertThatThrownBy(() -> new Account(0, 0))
        .hasMessage("an account's concurrency is at least 1, not 0");
  }
}
