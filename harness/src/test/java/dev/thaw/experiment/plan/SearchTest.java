package dev.thaw.experiment.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.stats.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

final class SearchTest {
  private final List<Integer> tried = new ArrayList<>();

  /**
   * Points whose cold share is 10 % / (1 + provisioned), so that 1 % is missed at 9, kept at 10.
   */
  private Curve curve(String slo, IntToDoubleFunction usd, int environments) {
    var limits = Slo.parse(slo);
    return new Curve(
        provisioned -> {
          tried.add(provisioned);
          var measures =
              Map.of(
                  Measure.COLD, exactly(10.0 / (1 + provisioned)),
                  Measure.COST, exactly(usd.applyAsDouble(provisioned)));
          var missed =
              limits.criteria().stream()
                  .filter(criterion -> !criterion.isMetBy(measures.get(criterion.measure())))
                  .toList();
          var cost = exactly(usd.applyAsDouble(provisioned));
          return new Point(provisioned, measures, null, environments, cost, missed);
        });
  }

  private static Estimate exactly(double value) {
    return new Estimate(value, value, value, 10);
  }

  @Test
  void theLeastThatKeepsTheLimitIsFoundByHalving() {
    var curve = curve("cold < 1 %", provisioned -> 1 + provisioned, 100);

    assertThat(new Search(curve, 900).cheapest())
        .hasValueSatisfying(point -> assertThat(point.provisioned()).isEqualTo(10));
    assertThat(curve.at(9).meets()).isFalse();
    assertThat(tried).doesNotHaveDuplicates().hasSizeLessThan(20);
  }

  @Test
  void whenOnDemandKeepsItNothingIsProvisioned() {
    assertThat(new Search(curve("cold < 11 %", p -> 1 + p, 100), 900).cheapest())
        .hasValueSatisfying(point -> assertThat(point.provisioned()).isZero());
  }

  @Test
  void moreIsProvisionedWhereThatCostsLess() {
    var curve = curve("cold < 1 %", p -> 5 + (p - 37) * (p - 37), 100);

    assertThat(new Search(curve, 900).cheapest())
        .hasValueSatisfying(point -> assertThat(point.provisioned()).isEqualTo(37));
    assertThat(new Binding(curve.points(), 900).of(curve.at(37)))
        .isEqualTo("Cost binds: 10 would do for cold < 1 %, but costs more.");
  }

  @Test
  void whatCannotBeProvisionedIsNotTried() {
    var curve = curve("cold < 1 %", p -> 1 + p, 100);

    assertThat(new Search(curve, 8).cheapest()).isEmpty();
    assertThat(tried).allMatch(provisioned -> provisioned <= 8);
    assertThat(new Binding(curve.points(), 8).of(null))
        .isEqualTo(
            "Nothing keeps it: cold < 1 % is missed with 8 provisioned, too, which is all that can"
                + " be provisioned.");
  }

  @Test
  void limitsMayExcludeEachOther() {
    var curve = curve("cold < 1 % and cost < $5 per 1M", p -> 1 + p, 100);

    assertThat(new Search(curve, 900).cheapest()).isEmpty();
    assertThat(new Binding(curve.points(), 900).of(null))
        .isEqualTo("Nothing keeps it: cost < $5 per 1M and the other limits exclude each other.");
  }

  @Test
  void theBindingLimitIsTheOneThatOneLessWouldMiss() {
    var curve = curve("cold < 1 %", provisioned -> 1 + provisioned, 100);
    var chosen = new Search(curve, 900).cheapest().orElseThrow();

    assertThat(new Binding(curve.points(), 900).of(chosen))
        .isEqualTo("cold < 1 % binds: 9 provisioned would not keep it.");
  }
}
