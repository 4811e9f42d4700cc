package dev.thaw.report;

import dev.thaw.invocation.Request;
import dev.thaw.stats.Sample;
import java.util.ArrayList;
import java.util.List;

/** Gathers requests into buckets of equal width. */
final class Buckets {
  private static final long NS_PER_SECOND = 1_000_000_000L;

  private final long startNs;
  private final long widthNs;
  private final List<Gathered> gathered = new ArrayList<>();

  private static final class Gathered {
    final List<Double> latencies = new ArrayList<>();
    long offered;
    long completed;
    long errors;
    long throttles;

    Bucket close() {
      var sample = Sample.of(latencies.stream().mapToDouble(Double::doubleValue));
      return new Bucket(
          offered, completed, errors, throttles, sample.isEmpty() ? null : percentiles(sample));
    }

    private static Bucket.Percentiles percentiles(Sample sample) {
      return new Bucket.Percentiles(
          sample.size(),
          Charts.rounded(sample.median()),
          Charts.rounded(sample.quantile(0.9)),
          Charts.rounded(sample.quantile(0.99)));
    }
  }

  Buckets(long startNs, int widthSeconds, int count) {
    this.startNs = startNs;
    this.widthNs = widthSeconds * NS_PER_SECOND;
    for (int i = 0; i < count; i++) {
      gathered.add(new Gathered());
    }
  }

  void add(Request request) {
    var due = at(request.timing().intendedNs());
    due.offered++;
    if (request.answer().isSuccess()) {
      due.latencies.add(request.timing().latencyMs());
      at(request.timing().doneNs()).completed++;
    } else if (request.answer().isThrottled()) {
      due.throttles++;
    } else {
      due.errors++;
    }
  }

  private Gathered at(long ns) {
    long index = Math.max(0, Math.min(gathered.size() - 1, (ns - startNs) / widthNs));
    return gathered.get((int) index);
  }

  List<Bucket> close() {
    return gathered.stream().map(Gathered::close).toList();
  }
}
