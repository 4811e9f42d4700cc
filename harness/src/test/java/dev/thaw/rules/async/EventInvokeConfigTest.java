package dev.thaw.rules.async;

import static dev.thaw.rules.async.Destination.DEAD_LETTER_QUEUE;
import static dev.thaw.rules.async.Destination.ON_FAILURE;
import static dev.thaw.rules.async.Destination.ON_SUCCESS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EventInvokeConfigTest {
  @Test
  void retriesTwiceWithinSixHoursUnlessConfigured() {
    assertThat(EventInvokeConfig.DEFAULT).isEqualTo(new EventInvokeConfig(2, Duration.ofHours(6)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -1 | 60    | MaximumRetryAttempts of an event is 0 to 2, not -1
           3 | 60    | MaximumRetryAttempts of an event is 0 to 2, not 3
           0 | 59    | MaximumEventAgeInSeconds is 60 to 21600, not 59
           0 | 21601 | MaximumEventAgeInSeconds is 60 to 21600, not 21601
          """)
  void refusesWhatAwsRefuses(int retries, int age, String message) {
    assertThatThrownBy(() -> new EventInvokeConfig(retries, Duration.ofSeconds(age)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void tellsWhomItConcerns() {
    assertThat(Condition.SUCCESS.destinations()).containsExactly(ON_SUCCESS);
    assertThat(Condition.values())
        .filteredOn(condition -> condition != Condition.SUCCESS)
        .allSatisfy(
            condition ->
                assertThat(condition.destinations())
                    .containsExactly(ON_FAILURE, DEAD_LETTER_QUEUE));
    assertThat(Condition.values())
        .extracting(Condition::code)
        .containsExactly(
            "Success", "RetriesExhausted", "EventAgeExceeded", "ZeroReservedConcurrency");
  }

  @Test
  void refusesPayloadsBeyondOneMegabyte() {
    assertThatThrownBy(() -> new EventPayload(1_048_577))
        .hasMessage("an event's payload has 0 to 1048576 bytes, not 1048577");
  }
}
