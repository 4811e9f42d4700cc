package dev.thaw.experiment.bench;

import dev.thaw.invocation.Clock;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

/**
 * Open load in even steps for some time, over a few connections that take the next request in turn:
 * latency counts from the instant at which a request was to go out. Where all connections wait for
 * answers, requests go out late, and their latency shows it.
 */
record PacedLoad(URI target, double perSecond, int connections, Duration duration, Clock clock) {
  private static final double NS_PER_SECOND = 1e9;

  /** What became of the requests: how long each took, in ns, and how many were throttled. */
  record Outcome(long[] latenciesNs, long throttled) {
    static Outcome of(List<Outcome> parts) {
      return new Outcome(
          parts.stream().flatMapToLong(part -> LongStream.of(part.latenciesNs())).toArray(),
          parts.stream().mapToLong(Outcome::throttled).sum());
    }
  }

  Outcome run() throws IOException {
    var next = new AtomicInteger();
    long startNs = clock.nanoTime();
    return Outcome.of(Together.run(connections, () -> send(next, startNs)));
  }

  private Outcome send(AtomicInteger next, long startNs) throws IOException {
    int count = (int) Math.round(perSecond * duration.toNanos() / NS_PER_SECOND);
    var latenciesNs = LongStream.builder();
    long throttled = 0;
    try (var loop = new HttpLoop(clock, target, "{}")) {
      for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
        long intendedNs = startNs + Math.round(i / perSecond * NS_PER_SECOND);
        await(intendedNs);
        throttled += loop.isAdmitted() ? 0 : 1;
        latenciesNs.add(clock.nanoTime() - intendedNs);
      }
    }
    return new Outcome(latenciesNs.build().toArray(), throttled);
  }

  private void await(long instantNs) throws IOException {
    for (long left = instantNs - clock.nanoTime(); left > 0; left = instantNs - clock.nanoTime()) {
      LockSupport.parkNanos(this, left);
      if (Thread.currentThread().isInterrupted()) {
        throw new IOException("interrupted");
      }
    }
  }
}
