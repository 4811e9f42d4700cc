package dev.thaw.experiment.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.thaw.load.ConstantTime;
import dev.thaw.load.Distribution;
import dev.thaw.load.ServiceTimes;
import dev.thaw.report.Golden;
import dev.thaw.report.Sheet;
import dev.thaw.stats.Estimate;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PlanSheetTest {
  private static final Slo SLO = Slo.parse("p99 < 300 ms and cold < 0.1 %");

  private final Locale locale = Locale.getDefault();

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(locale);
  }

  private static Plan plan(boolean isKept) {
    var curve = List.of(point(0, 0.31), point(6, 0.12), point(7, isKept ? 0.08 : 0.11));
    var candidates =
        List.of(
            candidate("large", 1024, isKept ? curve.get(2) : null, curve),
            candidate("small", 512, null, curve.subList(0, 2)));
    return new Plan(
        Plan.SCHEMA,
        "day",
        SLO,
        new Plan.OfLoad("poisson 5/s for 24 h", 18_000, "all of its 432,000 requests", 1),
        new Plan.Assumptions(1000, "10 min", "2 h", "us-east-1 x86_64; a price list"),
        new Plan.BreakEven(0.6, "idle price / difference", "a price list"),
        candidates,
        isKept ? 0 : null);
  }

  private static Plan.OfCandidate candidate(
      String variant, int memoryMb, @Nullable Point chosen, List<Point> curve) {
    var none = new ConstantTime(0);
    var times =
        new ServiceTimes(
            none,
            Distribution.parse("lognormal 250 ms 0.2"),
            Distribution.parse("constant 30 ms"),
            Distribution.parse("exponential 20 ms"),
            none);
    return new Plan.OfCandidate(
        variant,
        memoryMb,
        times,
        "made-up-2026",
        "made-up-2026: nobody, 2026-01-01.",
        chosen == null ? List.of() : List.of(7, 7),
        chosen,
        chosen == null ? null : new Plan.Tracked(0.7, estimate(2.6, 0.1), curve.get(1)),
        new Binding(curve, 900).of(new Found(7, chosen == null ? null : 7, chosen)),
        curve);
  }

  private static Point point(int provisioned, double coldPercent) {
    var measures =
        Map.of(
            Measure.P99, estimate(130, 2),
            Measure.COLD, estimate(coldPercent, 0.01),
            Measure.THROTTLES, estimate(0, 0),
            Measure.COST, estimate(1.5 + provisioned / 10.0, 0.1));
    return new Point(
        provisioned,
        6,
        measures,
        provisioned == 0 ? null : estimate(0.3, 0.02),
        9,
        estimate(0.027 + 0.005 * provisioned, 0.001),
        SLO.criteria().stream()
            .filter(
                criterion -> criterion.verdict(measures.get(criterion.measure())) != Verdict.KEEPS)
            .toList());
  }

  private static Estimate estimate(double value, double half) {
    return new Estimate(value, value - half, value + half, 6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-US", "de-DE", "tr-TR", "ar-EG", "th-TH-u-nu-thai"})
  void aPlanReadsTheSameEverywhere(String tag) throws IOException {
    Locale.setDefault(Locale.forLanguageTag(tag));
    var plan = plan(true);
    Golden.check("plan.txt", PlanSheet.of(plan).text(Sheet.Look.PLAIN));
    Golden.check("plan-ascii.txt", PlanSheet.of(plan).text(Sheet.Look.ASCII));
    Golden.check("plan.md", PlanSheet.of(plan).markdown());
    Golden.check(
        "plan.json", JsonMapper.builder().build().valueToTree(plan).toPrettyString() + "\n");
    Golden.check("plan-none.txt", PlanSheet.of(plan(false)).text(Sheet.Look.PLAIN));
  }

  @Test
  void linesFitATerminal() {
    assertThat(PlanSheet.of(plan(true)).text(Sheet.Look.PLAIN).lines())
        .allMatch(line -> line.length() <= 110);
  }
}
