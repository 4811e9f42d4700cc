package dev.thaw.report;

import dev.thaw.invocation.Invocation;
import dev.thaw.invocation.Temperature;
import dev.thaw.results.Kept;
import dev.thaw.results.Protocol;
import dev.thaw.results.RunFolder;
import dev.thaw.stats.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the page's figures are drawn from, thinned out so that a page of a million requests stays
 * small.
 */
public record Charts(List<OfVariant> variants, List<Timeline> timelines) {

  /** A variant's cold latencies, and its warm latencies by percentile. */
  public record OfVariant(String variant, Dots cold, Curve warmClient, Curve warmService) {}

  public Charts {
    variants = List.copyOf(variants);
    timelines = List.copyOf(timelines);
  }

  static Charts of(RunFolder.Contents run) {
    var variants = new ArrayList<OfVariant>();
    var timelines = new ArrayList<Timeline>();
    for (var variant : run.info().plan().variants()) {
      var forced = Kept.of(run, variant.name(), Protocol.FORCED_COLD_STARTS);
      var load = Kept.of(run, variant.name(), Protocol.WARM_STEADY_LOAD);
      variants.add(
          new OfVariant(
              variant.name(),
              Dots.of(latencies(forced.answered(Temperature.COLD))),
              Curve.of(latencies(load.answered(Temperature.WARM))),
              Curve.of(
                  Sample.of(
                      load.answered(Temperature.WARM)
                          .mapToDouble(one -> one.request().timing().serviceMs())))));
      timelines.addAll(Timeline.of(variant.name(), load));
      timelines.addAll(
          Timeline.of(variant.name(), Kept.of(run, variant.name(), Protocol.OPEN_LOAD)));
    }
    return new Charts(variants, timelines);
  }

  private static Sample latencies(Stream<Invocation> invocations) {
    return Sample.of(invocations.mapToDouble(one -> one.request().timing().latencyMs()));
  }

  /** Three decimals: a microsecond of a millisecond is finer than any of the clocks. */
  static double rounded(double value) {
    return Math.round(value * 1_000) / 1_000.0;
  }
}
