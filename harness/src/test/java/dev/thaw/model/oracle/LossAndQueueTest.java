package dev.thaw.model.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LossAndQueueTest {
  @ParameterizedTest
  @CsvSource({
    // 1/(1+1); 2/(1+2+2)
    "1, 1, 0.5",
    "2, 2, 0.4",
    "2, 4, 0.0952380952",
    "5, 5, 0.2848678213",
    "10, 10, 0.2145823431",
    "19.91, 20, 0.1566201326",
    "20, 20, 0.1588919615",
    "20, 30, 0.0084574983",
    "18, 20, 0.1092128459",
    "100, 100, 0.0757004527",
    "100, 120, 0.0056900546",
    "1000, 1000, 0.0248119176",
    "900, 1000, 0.0000592986",
  })
  void erlangB(double load, int places, double blocked) {
    assertThat(new ErlangB(load, places).blocked()).isCloseTo(blocked, within(5e-11));
  }

  @Test
  void meanBusyIsTheLoadThatIsNotBlocked() {
    assertThat(new ErlangB(20, 20).busy()).isCloseTo(16.82216077, within(5e-9));
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 1, 0.5, 1",
    "2, 3, 0.4444444444, 0.4444444444",
    "8, 10, 0.4091801508, 0.20459008",
    "18, 20, 0.5507690048, 0.27538450",
    "90, 100, 0.2169404809, 0.02169405",
  })
  void erlangC(double load, int places, double waits, double meanWait) {
    var queue = new ErlangC(load, places);
    assertThat(queue.waits()).isCloseTo(waits, within(5e-11));
    assertThat(queue.meanWait()).isCloseTo(meanWait, within(5e-9));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.166643", "1, 0.298608", "2, 0.267538", "3, 0.159800",
    "4, 0.071587", "5, 0.025655", "6, 0.007662", "7, 0.001961",
  })
  void unlimitedBusyIsPoisson(int busy, double probability) {
    assertThat(new Unlimited(0.9, 1.991).busyExactly(busy)).isCloseTo(probability, within(5e-7));
  }

  @ParameterizedTest
  @CsvSource({"1, 15.738774", "5, 36.716600", "20, 39.998184"})
  void unlimitedFillsUp(double time, double busy) {
    var unlimited = new Unlimited(20, 2);
    assertThat(unlimited.meanBusyAt(time)).isCloseTo(busy, within(5e-7));
    assertThat(unlimited.meanBusyBetween(time - 1e-4, time + 1e-4)).isCloseTo(busy, within(1e-5));
  }

  @ParameterizedTest
  @CsvSource({
    "20, 20, 0.15889196, 0.84110804, 8.29201343",
    "20, 25, 0.05022178, 0.75982258, 2.86354334",
    "10, 8, 0.33831843, 0.82710196, 6.13331466",
  })
  void spillOver(double load, int provisioned, double share, double used, double variance) {
    var spill = new SpillOver(load, provisioned);
    assertThat(spill.share()).isCloseTo(share, within(5e-9));
    assertThat(spill.utilization()).isCloseTo(used, within(5e-9));
    assertThat(spill.onDemandVariance()).isCloseTo(variance, within(5e-8));
  }

  @Test
  void onDemandRunsWhatSpillsOver() {
    assertThat(new SpillOver(20, 20).onDemandRunning()).isCloseTo(3.17783923, within(5e-9));
    assertThat(new SpillOver(20, 25).onDemandRunning()).isCloseTo(1.00443556, within(5e-9));
    assertThat(new SpillOver(1.7919, 2).share()).isCloseTo(0.36509529, within(5e-9));
    assertThat(new SpillOver(1.7919, 2).utilization()).isCloseTo(0.56884287, within(5e-9));
  }
}
