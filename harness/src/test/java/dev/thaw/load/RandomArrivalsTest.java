package dev.thaw.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Random arrivals follow the laws they are named after, within 4 standard errors. */
final class RandomArrivalsTest {
  private static long[] offsetsNs(String process) {
    var offsets = ArrivalProcess.parse(process).offsetsNs(7);
    var all = new long[1024];
    int size = 0;
    while (offsets.hasNext()) {
      if (size == all.length) {
        all = Arrays.copyOf(all, 2 * size);
      }
      all[size++] = offsets.nextLong();
    }
    return Arrays.copyOf(all, size);
  }

  private static double[] distancesMs(long[] offsetsNs) {
    var distances = new double[offsetsNs.length - 1];
    for (int i = 0; i < distances.length; i++) {
      distances[i] = (offsetsNs[i + 1] - offsetsNs[i]) / 1e6;
    }
    return distances;
  }

  private static double variance(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
  }

  private static long[] countsPer(long binNs, int bins, long[] offsetsNs) {
    var counts = new long[bins];
    for (long ns : offsetsNs) {
      counts[(int) (ns / binNs)]++;
    }
    return counts;
  }

  /**
   * 100,000 distances of mean 1 ms: their mean has a standard error of 0.316 %, their variance is
   * the mean's square and has one of sqrt(8 / 100,000) = 0.9 %.
   */
  @Test
  void poissonDistancesAreExponential() {
    var distances = distancesMs(offsetsNs("poisson 1000/s for 100 s"));

    assertThat(Arrays.stream(distances).average().orElseThrow()).isEqualTo(1, within(4 * 0.00316));
    assertThat(variance(distances)).isEqualTo(1, within(4 * 0.009));
    assertThat(Arrays.stream(distances).filter(d -> d > 1).count() / (double) distances.length)
        .isEqualTo(Math.exp(-1), within(4 * 0.0016));
  }

  /**
   * Environments that serve in no time, kept alive as long as the mean distance of 600 s: the share
   * of arrivals that come later is 1 - F(600 s), as in the table of oracles 3.5.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "exponential 600 s | 0.36787944",
        "gamma 600 s 0.25 | 0.25632206",
        "gamma 600 s 2 | 0.40600585",
        // Scale 300 s: a mean of 300 · Γ(3) = 600 s.
        "weibull 300 s 0.5 | 0.24311673",
        // The median of a mean of 600 s and sigma 1: 600 · e^-0.5.
        "lognormal 363918.3958275801 ms 1 | 0.30853754",
        "hyperexponential 10% 3300 s, 90% 300 s | 0.20517705",
      })
  void renewalDistancesFollowTheirDistribution(String distances, double share) {
    var ms = distancesMs(offsetsNs("renewal %s for 300 d".formatted(distances)));
    double error = Math.sqrt(share * (1 - share) / ms.length);

    assertThat(ms).hasSizeGreaterThan(35_000);
    assertThat(Arrays.stream(ms).filter(d -> d > 600_000).count() / (double) ms.length)
        .isEqualTo(share, within(4 * error));
  }

  /**
   * From 2/s at midnight to 18/s at noon: hour h expects the area under 10 - 8 cos(2πt / 24 h), so
   * 3600 · (10 - 8 · 24 / 2π · (sin(2π(h + 1) / 24) - sin(2πh / 24))) arrivals.
   */
  @ParameterizedTest
  @CsvSource({"'', 0", "from 6 h, 6"})
  void diurnalArrivalsFollowTheirWave(String phase, int shift) {
    var process = "diurnal 2/s to 18/s every 24 h %s for 24 h".formatted(phase);
    var counts = countsPer(3_600_000_000_000L, 24, offsetsNs(process));

    for (int hour = 0; hour < 24; hour++) {
      double from = 2 * Math.PI * (hour + shift) / 24;
      double to = 2 * Math.PI * (hour + shift + 1) / 24;
      double expected = 3600 * (10 - 8 * 24 / (2 * Math.PI) * (Math.sin(to) - Math.sin(from)));
      assertThat((double) counts[hour])
          .as("hour %d", hour)
          .isEqualTo(expected, within(4 * Math.sqrt(expected)));
    }
  }

  @Test
  void theWaveIsTheCosine() {
    for (int i = 0; i < 1000; i++) {
      double x = i / 1000.0;
      assertThat(Wave.at(x)).isEqualTo((1 - Math.cos(2 * Math.PI * x)) / 2, within(3e-7));
    }
  }

  /** On for 2 s, off for 3 s: arrivals only in the first 2 of every 5 s, 100 a second. */
  @Test
  void fixedOnAndOffTimesAlternate() {
    var offsets = offsetsNs("on-off 100/s on constant 2 s off constant 3 s for 1000 s");

    assertThat(offsets).isSorted();
    assertThat(Arrays.stream(offsets)).allMatch(ns -> ns % 5_000_000_000L < 2_000_000_000L);
    assertThat((double) offsets.length).isEqualTo(40_000, within(4 * 200.0));
  }

  /**
   * At 40/s while on, on for 1 s and off for 3 s on average: on for a share p = 1/4 of the time,
   * with a correlation time of 1 · 3 / (1 + 3) = 0.75 s, so that the variance of long counts is 1 +
   * 2 · 40 · (1 - p) · 0.75 = 46 times their mean.
   */
  @Test
  void exponentialOnAndOffTimesAreBursty() {
    var offsets = offsetsNs("on-off 40/s on exponential 1 s off exponential 3 s for 200000 s");
    var counts = countsPer(100_000_000_000L, 2000, offsets);
    var perBin = Arrays.stream(counts).asDoubleStream().toArray();
    double mean = Arrays.stream(perBin).average().orElseThrow();

    assertThat(mean).isEqualTo(1000, within(4 * Math.sqrt(46 * 1000 / 2000.0)));
    assertThat(variance(perBin) / mean).isEqualTo(46, within(4 * 46 * Math.sqrt(2 / 2000.0)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "poisson 50/s for 20 s",
        "renewal weibull 20 ms 0.5 for 20 s",
        "diurnal 1/s to 50/s every 10 s for 40 s",
        "on-off 50/s on exponential 100 ms off exponential 1 s for 40 s",
        "poisson 50/s for 5 s then poisson 50/s for 5 s",
      })
  void theSameSeedGivesTheSamePlanAndAnotherGivesAnother(String text) {
    var process = ArrivalProcess.parse(text);
    var plan = offsetsNs(text);

    assertThat(offsetsNs(text)).containsExactly(plan).isSorted();
    assertThat(plan[plan.length - 1]).isLessThan(process.duration().toNanos());
    assertThat(process.offsetsNs(8).nextLong()).isNotEqualTo(plan[0]);
  }

  /**
   * As they came out when this was written, under JDK 17 and 25 alike; that of the Poisson process
   * is worked out apart from this code in {@link ArrivalProcessTest}.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "renewal weibull 20 ms 0.5 for 2 s | 290010, 29328180, 47350267",
        "renewal gamma 20 ms 0.5 for 2 s | 1723716, 2757070, 6228931",
        "diurnal 1/s to 50/s every 1 s for 2 s | 112325171, 172508720, 196850518",
        "on-off 50/s on exponential 1 s off exponential 1 s for 9 s | 24099033, 43084336, 44597495",
        "burst 1 then poisson 50/s for 2 s | 0, 9098078, 20684278",
      })
  void thePlanOfASeedIsFixed(String text, String offsets) {
    var plan = ArrivalProcess.parse(text).offsetsNs(3);

    assertThat("%d, %d, %d".formatted(plan.nextLong(), plan.nextLong(), plan.nextLong()))
        .isEqualTo(offsets);
  }

  /** Two Poisson processes after each other do not repeat each other. */
  @Test
  void thePartsOfASequenceDrawApart() {
    var one = offsetsNs("poisson 50/s for 5 s then poisson 50/s for 5 s");
    long secondStart = Arrays.stream(one).filter(ns -> ns >= 5_000_000_000L).findFirst().orElse(0);

    assertThat(secondStart - 5_000_000_000L).isNotEqualTo(one[0]);
  }

  /** Ten years at one a day; a double of nanoseconds could not tell them to better than 64 ns. */
  @Test
  void yearsAreWalkedInWholeNanoseconds() {
    var walk = new Walk(Duration.ofDays(3650));
    long day = 86_400_000_000_000L;
    for (long i = 1; i < 3650; i++) {
      walk.forward(day + 0.25);
    }

    assertThat(walk.forward(1)).isEqualTo(3649 * day + 3649 / 4 + 1);
    assertThat(walk.forward(86_400e9)).isEqualTo(Offsets.END);
  }
}
