package dev.thaw.model.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FluidsAndCostTest {
  @Test
  void aBucketOf1000IsEmptyAfterFiveSecondsOf300() {
    var bucket = new FluidBucket(1000, 100, 300);
    assertThat(bucket.firstEmpty()).isEqualTo(5);
    assertThat(bucket.unmet()).isCloseTo(2.0 / 3, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"0.1, 1.11, 0.001, 7.2", "0.5, 1.75, 0.125, 60"})
  void retriesAfterOneAndTwoMinutes(double failure, double attempts, double lost, double delay) {
    var retries = new AsyncRetries(failure, 60, 120);
    assertThat(retries.attempts()).isCloseTo(attempts, within(1e-12));
    assertThat(retries.exhausted()).isCloseTo(lost, within(1e-12));
    assertThat(retries.delay()).isCloseTo(delay, within(1e-12));
  }

  @Test
  void aShardThatTakesHalfOfWhatComesAgesHalfASecondPerSecond() {
    var shard = new ShardLag(100, 10, 0.2, 1);
    assertThat(shard.capacity()).isEqualTo(50);
    assertThat(shard.iteratorAge(600)).isEqualTo(300);
    assertThat(new ShardLag(100, 10, 0.2, 2).iteratorAge(600)).isZero();
  }

  @Test
  void costIsLinear() {
    var cost = new OnDemandCost(900_000, 1.991, 0.125);
    assertThat(cost.gbSeconds()).isCloseTo(223_987.5, within(1e-6));
    assertThat(cost.cost(2e-7, 1.66667e-5)).isCloseTo(0.18 + 3.7331325, within(1e-5));
  }
}
