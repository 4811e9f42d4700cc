package dev.thaw.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.thaw.load.ArrivalProcess;
import dev.thaw.model.Latencies;
import dev.thaw.model.Load;
import dev.thaw.model.QueuedOutcome;
import dev.thaw.model.StreamContent;
import dev.thaw.model.StreamContent.Item;
import dev.thaw.model.StreamSettings;
import dev.thaw.rules.stream.Batching;
import dev.thaw.rules.stream.ErrorHandling;
import dev.thaw.rules.stream.StartingPosition;
import dev.thaw.rules.stream.StreamMapping;
import dev.thaw.rules.stream.StreamSource;
import dev.thaw.rules.stream.Tumbling;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * A stream and its mapping, changed step by step: one shard of Kinesis with one partition key, read
 * from its oldest record on from the start, in batches of one; a failed batch is tried again until
 * it succeeds. Records that arrive half a second after a second are read at the next second.
 */
record StreamCase(String arrivals, StreamSettings settings) {
  static StreamCase of(String arrivals) {
    var mapping = StreamMapping.kinesis(Batching.of(1));
    return new StreamCase(
        arrivals, new StreamSettings(mapping, Duration.ZERO, 1, 100, false, 0, listed(Item.of(0))));
  }

  private static StreamContent listed(Item... items) {
    return new StreamContent.Listed(List.of(items));
  }

  private StreamCase with(StreamMapping mapping) {
    return with(
        new StreamSettings(
            mapping,
            settings.mappedAfter(),
            settings.shards(),
            settings.recordBytes(),
            settings.isWorkOfRecords(),
            settings.failureProbability(),
            settings.content()));
  }

  StreamCase from(StreamSource source) {
    var old = settings.mapping();
    return with(
        new StreamMapping(source, old.start(), old.batching(), old.errors(), old.tumbling()));
  }

  StreamCase starting(StartingPosition start) {
    var old = settings.mapping();
    return with(
        new StreamMapping(old.source(), start, old.batching(), old.errors(), old.tumbling()));
  }

  StreamCase batching(int size) {
    return batching(size, 0, 1);
  }

  StreamCase batching(int size, int windowSeconds, int parallel) {
    var old = settings.mapping();
    var batching = new Batching(size, Duration.ofSeconds(windowSeconds), parallel);
    return with(
        new StreamMapping(old.source(), old.start(), batching, old.errors(), old.tumbling()));
  }

  StreamCase handling(ErrorHandling errors) {
    var old = settings.mapping();
    return with(
        new StreamMapping(old.source(), old.start(), old.batching(), errors, old.tumbling()));
  }

  StreamCase tumbling(int seconds) {
    var old = settings.mapping();
    var tumbling = new Tumbling(Duration.ofSeconds(seconds), 0);
    return with(
        new StreamMapping(old.source(), old.start(), old.batching(), old.errors(), tumbling));
  }

  StreamCase mappedAfter(int seconds) {
    return with(settings.mappedAfter(Duration.ofSeconds(seconds)));
  }

  StreamCase shards(int shards) {
    var old = settings;
    return with(
        new StreamSettings(
            old.mapping(),
            old.mappedAfter(),
            shards,
            old.recordBytes(),
            old.isWorkOfRecords(),
            old.failureProbability(),
            old.content()));
  }

  StreamCase weighing(int recordBytes) {
    var old = settings;
    return with(
        new StreamSettings(
            old.mapping(),
            old.mappedAfter(),
            old.shards(),
            recordBytes,
            old.isWorkOfRecords(),
            old.failureProbability(),
            old.content()));
  }

  /** Every invocation fails. */
  StreamCase failing() {
    var old = settings;
    return with(
        new StreamSettings(
            old.mapping(),
            old.mappedAfter(),
            old.shards(),
            old.recordBytes(),
            old.isWorkOfRecords(),
            1,
            old.content()));
  }

  /** One item after the other, and then from the first one on again. */
  StreamCase holding(Item... items) {
    var old = settings;
    return with(
        new StreamSettings(
            old.mapping(),
            old.mappedAfter(),
            old.shards(),
            old.recordBytes(),
            old.isWorkOfRecords(),
            old.failureProbability(),
            listed(items)));
  }

  private StreamCase with(StreamSettings other) {
    return new StreamCase(arrivals, other);
  }

  Load load() {
    return Load.Stream.of(ArrivalProcess.parse(arrivals), 1, settings);
  }

  /** A function that takes 0.2 s for each batch. */
  ContractFunction function() {
    return ContractFunction.taking(Duration.ofMillis(200)).under(load());
  }

  /** Runs it alone, for so long. */
  QueuedOutcome.Stream run(Platform platform, int seconds) {
    return run(platform, 1_000, seconds, function());
  }

  /** What became of the stream that the first of these functions reads. */
  static QueuedOutcome.Stream run(
      Platform platform, int account, int seconds, ContractFunction... functions) {
    var observed = platform.run(ContractCase.of(account, seconds, functions)).get(0);
    return (QueuedOutcome.Stream) observed.queued().get(0);
  }

  /** All of them, from the least to the greatest. */
  static void assertSeconds(Latencies latencies, double... expected) {
    assertThat(latencies.count()).isEqualTo(expected.length);
    assertThat(expected).isSorted();
    var seen = new double[expected.length];
    Arrays.setAll(seen, k -> latencies.quantileMs((k + 0.5) / expected.length) / 1_000);
    // The histograms are exact to three digits.
    for (int k = 0; k < expected.length; k++) {
      assertThat(seen[k])
          .describedAs("%s at %d", Arrays.toString(seen), k)
          .isCloseTo(expected[k], within(expected[k] / 500));
    }
  }
}
