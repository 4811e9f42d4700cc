package dev.thaw.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thaw.invocation.ThrottleReason;
import org.junit.jupiter.api.Test;

final class AccountConcurrencyTest {
  @Test
  void oneMoreThanTheLimitIsThrottledUntilOneEnds() {
    var account = new AccountConcurrency(2);

    assertThat(account.start()).isEmpty();
    assertThat(account.start()).isEmpty();
    assertThat(account.start()).contains(ThrottleReason.CONCURRENT_INVOCATION_LIMIT_EXCEEDED);

    account.end();
    assertThat(account.start()).isEmpty();
    assertThat(account.start()).isPresent();
  }

  @Test
  void aThrottledInvocationDoesNotCount() {
    var account = new AccountConcurrency(1);
    account.start();
    account.start();
    account.end();

    assertThatThrownBy(account::end).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aLimitBelowOneIsRefused() {
    assertThatThrownBy(() -> new AccountConcurrency(0)).hasMessageContaining("at least 1, not 0");
  }
}
