package dev.thaw.rules.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thaw.rules.Backoff;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StreamMappingTest {
  private static final Backoff BACKOFF = ErrorHandling.ASSUMED_BACKOFF;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0     | 0   | 1  | BatchSize is 1 to 10000, not 0
          10001 | 0   | 1  | BatchSize is 1 to 10000, not 10001
          1     | -1  | 1  | MaximumBatchingWindowInSeconds is 0 to 300, not -1
          1     | 301 | 1  | MaximumBatchingWindowInSeconds is 0 to 300, not 301
          1     | 0   | 0  | ParallelizationFactor is 1 to 10, not 0
          1     | 0   | 11 | ParallelizationFactor is 1 to 10, not 11
          """)
  void refusesBatchesThatAwsRefuses(int size, int window, int parallel, String message) {
    assertThatThrownBy(() -> new Batching(size, Duration.ofSeconds(window), parallel))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -2    | -1     | MaximumRetryAttempts of a stream is -1 (infinite) to 10000, not -2
          10001 | -1     | MaximumRetryAttempts of a stream is -1 (infinite) to 10000, not 10001
          -1    | 59     | MaximumRecordAgeInSeconds is -1 (infinite) or 60 to 604800, not 59
          -1    | 604801 | MaximumRecordAgeInSeconds is -1 (infinite) or 60 to 604800, not 604801
          """)
  void refusesErrorHandlingThatAwsRefuses(int retries, int age, String message) {
    assertThatThrownBy(() -> new ErrorHandling(retries, age, false, false, BACKOFF))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void dynamoDbHasNoTimestampToStartAt() {
    assertThatThrownBy(
            () ->
                new StreamMapping(
                    StreamSource.DYNAMODB,
                    new StartingPosition.AtTimestamp(0),
                    Batching.DEFAULT,
                    ErrorHandling.DEFAULT))
        .hasMessage("DynamoDB streams start at TRIM_HORIZON or LATEST, not AT_TIMESTAMP");
  }

  @Test
  void hasTheDefaultsOfAws() {
    assertThat(Batching.DEFAULT).isEqualTo(new Batching(100, Duration.ZERO, 1));
    assertThat(ErrorHandling.DEFAULT).isEqualTo(new ErrorHandling(-1, -1, false, false, BACKOFF));
  }
}
