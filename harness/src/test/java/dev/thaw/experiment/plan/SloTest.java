package dev.thaw.experiment.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thaw.stats.Estimate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SloTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          p99 < 300 ms      | P99       | 300
          p99.9<1.5s        | P999      | 1500
          P50 < 20MS        | P50       | 20
          p90 < 7.25 ms     | P90       | 7.25
          p95 < 2 s         | P95       | 2000
          p90 < 250 us      | P90       | 0.25
          p99 < 1 min       | P99       | 60000
          cold < 0.1 %      | COLD      | 0.1
          throttles < 100%  | THROTTLES | 100
          cost < $2.50 per 1M | COST    | 2.5
          """)
  void aLimitIsReadInItsUnit(String text, Measure measure, double limit) {
    assertThat(Slo.parse(text).criteria())
        .singleElement()
        .isEqualTo(new Criterion(measure, limit, text));
  }

  @Test
  void limitsAreJoinedByAnd() {
    var slo = Slo.parse("p99 < 300 ms and cold < 0.1 % AND cost < $1 per 1M");

    assertThat(slo.criteria())
        .extracting(Criterion::measure)
        .containsExactly(Measure.P99, Measure.COLD, Measure.COST);
    assertThat(slo).hasToString("p99 < 300 ms and cold < 0.1 % and cost < $1 per 1M");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                            | '' is not a limit: write
          p99                           | 'p99' is not a limit: write
          p99 > 300 ms                  | 'p99 > 300 ms' is not a limit: write
          p98 < 300 ms                  | 'p98' in 'p98 < 300 ms' cannot be limited: write
          p99 < 300                     | '300' in 'p99 < 300' is not a value for p99: write
          p99 < 300 ms or cold < 1 %    | '300 ms or cold < 1 %' in 'p99 < 300 ms or cold < 1 %' is not a value for p99
          p99 < 300 ms and              | '' is not a limit: write
          cold < 0.1                    | '0.1' in 'cold < 0.1' is not a value for cold: write
          cold < 0 %                    | 'cold < 0 %': nothing can stay below that; the limit of cold is above 0 and at most 100 %
          throttles < 101 %             | 'throttles < 101 %': nothing can stay below that
          cost < 2                      | '2' in 'cost < 2' is not a value for cost
          p99 < 0 ms                    | 'p99 < 0 ms': nothing can stay below that; the limit of p99 is above 0
          p99 < 1 s and p99 < 2 s       | 'p99 < 2 s': p99 is limited twice
          """)
  void aMistakeNamesThePieceAndWhatIsAllowed(String text, String message) {
    assertThatThrownBy(() -> Slo.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void aLimitIsKeptByTheWholeIntervalOrMissedByItOrOpen() {
    var limit = Slo.parse("p99 < 300 ms").criteria().get(0);

    assertThat(limit.verdict(new Estimate(290, 281.0, 299.0, 10))).isEqualTo(Verdict.KEEPS);
    assertThat(limit.verdict(new Estimate(290, 279.0, 301.0, 10))).isEqualTo(Verdict.OPEN);
    assertThat(limit.verdict(new Estimate(290, 280.0, 300.0, 10))).isEqualTo(Verdict.OPEN);
    assertThat(limit.verdict(new Estimate(310, 300.0, 320.0, 10))).isEqualTo(Verdict.MISSES);
    assertThat(limit.verdict(new Estimate(290, null, null, 2))).isEqualTo(Verdict.OPEN);
    assertThat(limit.verdict(null)).isEqualTo(Verdict.OPEN);
  }
}
