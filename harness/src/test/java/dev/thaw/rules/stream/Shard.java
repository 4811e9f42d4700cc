package dev.thaw.rules.stream;

import static java.util.Objects.requireNonNull;

import dev.thaw.rules.stream.Action.Discard;
import dev.thaw.rules.stream.Action.Send;
import java.util.ArrayList;
import java.util.List;

/** A shard with a mapping for tests: instants are seconds, for the eye; the rules see ns. */
final class Shard {
  /** Where a number is all that tells records apart. */
  record Numbered(int number, long arrivedNs, int bytes, int keyHash) implements StreamRecord {}

  private final ShardMapping<Numbered> mapping;
  private int records;

  Shard(StreamMapping settings) {
    this.mapping = new ShardMapping<>(settings, 0);
  }

  static Shard kinesis(Batching batching, ErrorHandling errors) {
    return new Shard(
        new StreamMapping(
            StreamSource.KINESIS, new StartingPosition.TrimHorizon(), batching, errors));
  }

  static long s(double seconds) {
    return Math.round(seconds * 1e9);
  }

  /** Puts so many records with one key into the shard; they are numbered from 0. */
  Shard put(int count, double seconds) {
    for (int k = 0; k < count; k++) {
      put(seconds, 100, 0);
    }
    return this;
  }

  boolean put(double seconds, int bytes, int keyHash) {
    return mapping.append(new Numbered(records++, s(seconds), bytes, keyHash));
  }

  /** When something happens next. */
  double nextSeconds() {
    return mapping.nextNs().orElseThrow() / 1e9;
  }

  /** Whether the next thing to happen is still to come. */
  boolean isWaiting(double seconds) {
    return mapping.nextNs().orElse(Long.MAX_VALUE) > s(seconds);
  }

  boolean isIdle(double seconds) {
    return mapping.next(s(seconds)) == null;
  }

  /** The batch that is sent now. */
  Batch<Numbered> sent(double seconds) {
    if (requireNonNull(mapping.next(s(seconds))) instanceof Send<Numbered> send) {
      return send.batch();
    }
    throw new AssertionError("not a batch");
  }

  /** What is discarded now. */
  Discard<Numbered> discarded(double seconds) {
    if (requireNonNull(mapping.next(s(seconds))) instanceof Discard<Numbered> discard) {
      return discard;
    }
    throw new AssertionError("nothing discarded");
  }

  void settle(Batch<Numbered> batch, BatchResult result, double seconds) {
    mapping.settle(batch, result, s(seconds));
  }

  int pending() {
    return mapping.pending();
  }

  static List<Integer> numbers(Batch<Numbered> batch) {
    return numbers(batch.records());
  }

  static List<Integer> numbers(List<Numbered> records) {
    return records.stream().map(Numbered::number).toList();
  }

  /** Serves every batch at once, as the function says, and tells what happened until the end. */
  List<String> runToTheEnd(Function function) {
    var story = new ArrayList<String>();
    long nowNs = 0;
    while (mapping.nextNs().isPresent()) {
      nowNs = Math.max(nowNs, mapping.nextNs().orElseThrow());
      for (var action = mapping.next(nowNs); action != null; action = mapping.next(nowNs)) {
        story.add("%.2f ".formatted(nowNs / 1e9) + tell(action));
        if (action instanceof Send<Numbered> send) {
          mapping.settle(send.batch(), function.invoke(numbers(send.batch())), nowNs);
        }
      }
    }
    return story;
  }

  private static String tell(Action<Numbered> action) {
    return action instanceof Discard<Numbered> discard
        ? "%s %s %d"
            .formatted(
                discard.condition().code(), numbers(discard.records()), discard.invokeCount())
        : numbers(((Send<Numbered>) action).batch()).toString();
  }

  /** What the function makes of a batch. */
  interface Function {
    BatchResult invoke(List<Integer> numbers);
  }
}
