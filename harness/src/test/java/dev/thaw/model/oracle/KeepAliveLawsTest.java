package dev.thaw.model.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

final class KeepAliveLawsTest {
  private static final Offset<Double> EIGHT_DIGITS = within(6e-9);

  /** What a single environment should come to; cold is of those accepted. */
  private record Single(SingleEnvironment law, double cold, double rejected, double total) {}

  static final List<Single> SINGLES =
      List.of(
          new Single(
              SingleEnvironment.keptFor(100, 0.01, 2, 5), 0.36787944, 0.03010212, 0.64319451),
          new Single(
              SingleEnvironment.keptFor(600, 1 / 600.0, 0.1, 1.1),
              0.36787944,
              0.00077919,
              0.63240721),
          new Single(
              SingleEnvironment.keptFor(1, 0.9, 1.991, 2.244), 0.40656966, 0.65331657, 0.85904904),
          new Single(
              SingleEnvironment.keptFor(300, 0.005, 1, 4), 0.22313016, 0.00827786, 0.77871688));

  @ParameterizedTest
  @FieldSource("SINGLES")
  void singleEnvironment(Single single) {
    var law = single.law();
    assertThat(law.coldOfAccepted()).isCloseTo(single.cold(), EIGHT_DIGITS);
    assertThat(law.rejected()).isCloseTo(single.rejected(), EIGHT_DIGITS);
    assertThat(law.running() + law.idle()).isCloseTo(single.total(), EIGHT_DIGITS);
  }

  @Test
  void coldOfAllAndMeanServiceOfASingleEnvironment() {
    var law = SingleEnvironment.keptFor(100, 0.01, 2, 5);
    assertThat(law.coldOfAll()).isCloseTo(0.35680549, EIGHT_DIGITS);
    assertThat(law.meanService()).isCloseTo(3.103638, within(5e-7));
    assertThat(law.idle()).isCloseTo(0.61309239, EIGHT_DIGITS);
    assertThat(SingleEnvironment.keptFor(1, 0.9, 1.991, 2.244).coldOfAll())
        .isCloseTo(0.14095096, EIGHT_DIGITS);
  }

  @Test
  void gapsThatExceedTenMinutesWhenTheirMeanIsThat() {
    Map<Gaps, Double> shares =
        Map.ofEntries(
            Map.entry(new Gaps.Poisson(600), 0.36787944),
            Map.entry(new Gaps.Gamma(600, 0.25), 0.25632206),
            Map.entry(new Gaps.Gamma(600, 0.5), 0.31731051),
            Map.entry(new Gaps.Gamma(600, 2), 0.40600585),
            Map.entry(new Gaps.Gamma(600, 4), 0.43347012),
            Map.entry(new Gaps.Weibull(600, 0.5), 0.24311673),
            Map.entry(new Gaps.Weibull(600, 2), 0.45593813),
            Map.entry(new Gaps.Lognormal(600, 1), 0.30853754),
            Map.entry(new Gaps.Lognormal(600, 2), 0.15865525),
            Map.entry(new Gaps.Hyperexponential(0.1, 3300, 300), 0.20517705));
    shares.forEach(
        (gaps, share) ->
            assertThat(gaps.exceed(600)).as("%s", gaps).isCloseTo(share, EIGHT_DIGITS));
  }

  @ParameterizedTest
  @CsvSource({
    "700, 1, 600, true, 1",
    "601.5, 1, 600, true, 1",
    "600.5, 1, 600, false, 1",
    "10, 1, 600, false, 1",
    "1, 3.5, 600, false, 4",
    "2, 4, 600, false, 2",
  })
  void arrivalsAtOneDistance(
      double distance, double service, double keepAlive, boolean alwaysCold, int environments) {
    var interval = new Interval(distance, service, keepAlive);
    assertThat(interval.isAlwaysCold()).isEqualTo(alwaysCold);
    assertThat(interval.environments()).isEqualTo(environments);
  }

  /** What the most recently used policy should come to; cold is of all arrivals. */
  private record Recent(MostRecentlyUsed law, double cold, double environments) {}

  static final List<Recent> RECENTS =
      List.of(
          new Recent(MostRecentlyUsed.unlimited(0.9, 1.991, 600), 0.00132931, 7.69193351),
          new Recent(MostRecentlyUsed.unlimited(0.9, 1.991, 10), 0.10603978, 4.18398509),
          new Recent(MostRecentlyUsed.unlimited(0.9, 2, 60), 0.01635972, 5.87689228),
          new Recent(MostRecentlyUsed.unlimited(20, 1.991, 600), 0.00019247, 63.79259817),
          new Recent(MostRecentlyUsed.unlimited(0.001, 1.991, 600), 0.54970277, 0.45347229),
          new Recent(MostRecentlyUsed.unlimited(0.00186, 1.955, 600), 0.33000062, 0.67763624),
          new Recent(MostRecentlyUsed.unlimited(5, 0.2, 300), 0.00035364, 6.54508744),
          new Recent(new MostRecentlyUsed(10, 2, 1, 20), 0.08265020, 18.92144154),
          new Recent(new MostRecentlyUsed(2, 1, 30, 4), 0.00005973, 3.99952126),
          // e^-1 / 1.02: the single environment's
          new Recent(new MostRecentlyUsed(0.01, 2, 100, 1), 0.36066612, 0.63933388));

  @ParameterizedTest
  @FieldSource("RECENTS")
  void mostRecentlyUsed(Recent recent) {
    var steady = recent.law().solve();
    assertThat(steady.cold()).isCloseTo(recent.cold(), EIGHT_DIGITS);
    assertThat(steady.environments()).isCloseTo(recent.environments(), EIGHT_DIGITS);
  }

  @ParameterizedTest
  @CsvSource({
    "0.9, 1.991, 600, 6429.36",
    "0.9, 1.991, 10, 43.841",
    "0.9, 2, 60, 399.144",
    "0.001, 1.991, 600, 824.941",
  })
  void lifespan(double rate, double service, double keepAlive, double lifespan) {
    var law = MostRecentlyUsed.unlimited(rate, service, keepAlive);
    assertThat(law.lifespan(law.solve())).isCloseTo(lifespan, within(lifespan * 2e-5));
  }

  /** What the chain should come to. */
  private record Chain(
      ExponentialKeepAliveChain law, double cold, double rejected, double running, double idle) {}

  static final List<Chain> CHAINS =
      List.of(
          chain(0.9, 1.991, 2.244, 600, 24).is(0.00858417, 0, 1.79385462, 4.63545365),
          chain(0.9, 2, 2, 600, 24).is(0.00857825, 0, 1.8, 4.63225589),
          chain(0.9, 1.991, 2.244, 10, 20).is(0.19137740, 0, 1.83547663, 1.72239661),
          chain(0.001, 1.991, 2.244, 600, 8).is(0.62539970, 0, 0.00214923, 0.37523982),
          chain(0.00186, 1.955, 2.563, 600, 8).is(0.47367483, 0, 0.00417197, 0.52862111),
          chain(2, 1, 1.5, 30, 4).is(0.03218726, 0.09970215, 1.83278296, 1.93123538),
          chain(0.01, 2, 5, 100, 1).is(0.48309179, 0.03381643, 0.03381643, 0.48309179));

  private interface Expected {
    Chain is(double cold, double rejected, double running, double idle);
  }

  private static Expected chain(
      double rate, double warm, double cold, double keepAlive, int limit) {
    var law = new ExponentialKeepAliveChain(rate, warm, cold, keepAlive, limit);
    return (started, rejected, running, idle) -> new Chain(law, started, rejected, running, idle);
  }

  @ParameterizedTest
  @FieldSource("CHAINS")
  void exponentialKeepAlive(Chain chain) {
    var steady = chain.law().solve();
    assertThat(steady.cold()).isCloseTo(chain.cold(), within(1e-8));
    assertThat(steady.rejected()).isCloseTo(chain.rejected(), within(1e-8));
    assertThat(steady.running()).isCloseTo(chain.running(), within(1e-7));
    assertThat(steady.idle()).isCloseTo(chain.idle(), within(1e-7));
  }

  @Test
  void theSingleEnvironmentIsTheSmallestChain() {
    var steady = new ExponentialKeepAliveChain(0.01, 2, 5, 100, 1).solve();
    var single = SingleEnvironment.keptForMean(100, 0.01, 2, 5);
    assertThat(steady.cold()).isCloseTo(single.coldOfAll(), within(1e-9));
    assertThat(steady.rejected()).isCloseTo(single.rejected(), within(1e-9));
    assertThat(steady.idle()).isCloseTo(single.idle(), within(1e-9));
  }
}
