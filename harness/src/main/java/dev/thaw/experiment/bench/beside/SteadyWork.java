package dev.thaw.experiment.bench.beside;

import dev.thaw.experiment.bench.Together;
import dev.thaw.invocation.Clock;
import dev.thaw.stats.Sample;
import dev.thaw.target.beside.Requests;
import dev.thaw.target.beside.Workplace;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.LongStream;

/**
 * The same requests over some connections for some seconds, each connection sending the next one as
 * soon as it has its answer: how many are answered a second, and the median round trip.
 */
record SteadyWork(
    List<Figure> figures, int connections, Function<Workplace, Requests> requests, Clock clock)
    implements Piece {
  private static final Duration ROUND = Duration.ofSeconds(2);
  private static final double NS_PER_MS = 1e6;

  @Override
  public int warmUps() {
    return 2;
  }

  @Override
  public int rounds() {
    return 3;
  }

  @Override
  public Rounds prepare(Workplace place) {
    var prepared = requests.apply(place);
    var next = new AtomicLong();
    return new Rounds() {
      @Override
      public double[] run() throws IOException {
        return round(prepared, next);
      }

      @Override
      public String how() {
        return prepared.how();
      }
    };
  }

  private double[] round(Requests prepared, AtomicLong next) throws IOException {
    long endNs = clock.nanoTime() + ROUND.toNanos();
    var each = Together.run(connections, () -> loop(prepared, next, endNs));
    var all = each.stream().flatMapToLong(LongStream::of).toArray();
    double p50Ms = Sample.of(Arrays.stream(all).asDoubleStream()).median() / NS_PER_MS;
    return new double[] {all.length / (double) ROUND.toSeconds(), p50Ms};
  }

  private long[] loop(Requests prepared, AtomicLong next, long endNs) throws IOException {
    var tookNs = LongStream.builder();
    try (var connection = new Connection(prepared.endpoint())) {
      for (long now = clock.nanoTime(); now < endNs; ) {
        connection.send(prepared.at(next.getAndIncrement()));
        long answered = clock.nanoTime();
        tookNs.add(answered - now);
        now = answered;
      }
    }
    return tookNs.build().toArray();
  }
}
