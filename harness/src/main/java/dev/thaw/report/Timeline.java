package dev.thaw.report;

import dev.thaw.invocation.Invocation;
import dev.thaw.invocation.Request;
import dev.thaw.invocation.Temperature;
import dev.thaw.results.Kept;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One variant in one phase of load over time, in seconds since its first intended time: equal
 * buckets, the instants of cold starts, and every request while they are few.
 */
public record Timeline(
    String phase,
    String variant,
    double seconds,
    int bucketSeconds,
    List<Bucket> buckets,
    List<Double> coldAtSeconds,
    List<Dot> dots) {
  private static final int MAX_BUCKETS = 300;
  private static final int MAX_RUGS = 1_000;
  private static final int MAX_DOTS = 2_500;
  private static final double NS_PER_SECOND = 1e9;
  private static final int[] WIDTHS = {1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1_800, 3_600, 7_200};

  /** A request: when it was due, how long it took, and whether it was cold, warm or failed. */
  public record Dot(double atSeconds, double ms, Kind kind) {
    /** What became of it. */
    public enum Kind {
      COLD,
      WARM,
      FAILED
    }
  }

  public Timeline {
    buckets = List.copyOf(buckets);
    coldAtSeconds = List.copyOf(coldAtSeconds);
    dots = List.copyOf(dots);
  }

  /** In the order in which their phases began. */
  static List<Timeline> of(String variant, Kept load) {
    Map<String, List<Invocation>> phases =
        load.invocations().stream()
            .sorted(Comparator.comparingLong(one -> one.request().timing().intendedNs()))
            .collect(
                Collectors.groupingBy(
                    one -> one.request().slot().phase(), LinkedHashMap::new, Collectors.toList()));
    var timelines = new ArrayList<Timeline>();
    phases.forEach((phase, all) -> timelines.add(of(phase, variant, all)));
    return timelines;
  }

  private static Timeline of(String phase, String variant, List<Invocation> all) {
    long startNs =
        all.stream().mapToLong(one -> one.request().timing().intendedNs()).min().orElse(0);
    long endNs = all.stream().mapToLong(one -> one.request().timing().doneNs()).max().orElse(0);
    double seconds = (endNs - startNs) / NS_PER_SECOND;
    long lastNs =
        all.stream().mapToLong(one -> one.request().timing().intendedNs()).max().orElse(0);
    int width = width(seconds);
    var buckets = new Buckets(startNs, width, (int) (seconds / width) + 1);
    var cold = new ArrayList<Double>();
    var dots = new ArrayList<Dot>();
    for (var invocation : all) {
      double at = dueSeconds(invocation.request(), startNs);
      buckets.add(invocation.request());
      if (invocation.temperature() == Temperature.COLD && cold.size() < MAX_RUGS) {
        cold.add(at);
      }
      if (all.size() <= MAX_DOTS) {
        dots.add(
            new Dot(
                at, Charts.rounded(invocation.request().timing().latencyMs()), kind(invocation)));
      }
    }
    return new Timeline(
        phase,
        variant,
        Charts.rounded((lastNs - startNs) / NS_PER_SECOND),
        width,
        buckets.close(),
        cold,
        dots);
  }

  private static int width(double seconds) {
    for (int width : WIDTHS) {
      if (seconds / width <= MAX_BUCKETS) {
        return width;
      }
    }
    return (int) Math.ceil(seconds / MAX_BUCKETS);
  }

  private static double dueSeconds(Request request, long startNs) {
    return Charts.rounded((request.timing().intendedNs() - startNs) / NS_PER_SECOND);
  }

  private static Dot.Kind kind(Invocation invocation) {
    if (!invocation.request().answer().isSuccess()) {
      return Dot.Kind.FAILED;
    }
    return invocation.temperature() == Temperature.COLD ? Dot.Kind.COLD : Dot.Kind.WARM;
  }
}
