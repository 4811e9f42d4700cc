package dev.thaw.engine.kinesis;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Caller;
import dev.thaw.engine.stream.EventStream;
import dev.thaw.engine.stream.EventStreams;
import dev.thaw.engine.time.PlatformTime;
import dev.thaw.invocation.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * All streams of all accounts and regions, in memory. Records age in platform time; limits per
 * second and iterators live on the clock, as those who read and write do. Thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/streams/latest/dev/introduction.html">Kinesis Data
 *     Streams</a>
 */
public final class Kinesis implements EventStreams {
  /** A share of the memory that is there, after which the oldest records go before their time. */
  private static final int MEMORY_SHARE = 4;

  // AWS publishes no such time: assumed.
  private static final Duration CHANGE = Duration.ofMillis(500);

  private final Map<StreamName, Stream> streams = new ConcurrentHashMap<>();
  private final Surroundings around;

  /** What all streams share. */
  record Surroundings(Clock clock, PlatformTime time, Shelf.Memory memory) {}

  public Kinesis(Clock clock, PlatformTime time) {
    this(clock, time, Runtime.getRuntime().maxMemory() / MEMORY_SHARE);
  }

  Kinesis(Clock clock, PlatformTime time, long mostBytes) {
    this.around = new Surroundings(clock, time, Shelf.Memory.of(mostBytes));
  }

  Clock clock() {
    return around.clock();
  }

  void create(StreamName name, Stream.Plan plan) {
    var stream = new Stream(name, plan, around);
    if (streams.putIfAbsent(name, stream) != null) {
      throw KinesisError.exists(name);
    }
    var unused = around.time().after(CHANGE, stream::settle);
  }

  /** Does that after the time that a change takes, and has the stream active again. */
  void change(Stream stream, Runnable change) {
    stream.beginUpdate();
    var unused =
        around
            .time()
            .after(
                CHANGE,
                () -> {
                  change.run();
                  stream.settle();
                });
  }

  void delete(Stream stream) {
    stream.delete();
    var unused = around.time().after(CHANGE, () -> streams.remove(stream.name(), stream));
  }

  Stream get(StreamName name) {
    return Optional.ofNullable(streams.get(name))
        .orElseThrow(() -> KinesisError.noSuchStream(name));
  }

  Stream get(Call call, @Nullable String name, @Nullable String arn) {
    return get(StreamName.of(call, name, arn));
  }

  /** The stream, if records go in and come out; else it is as if there was none. */
  Stream serving(Call call, @Nullable String name, @Nullable String arn) {
    var stream = get(call, name, arn);
    if (!stream.isServing()) {
      throw KinesisError.noSuchStream(stream.name());
    }
    return stream;
  }

  /** In the order of their names. */
  List<Stream> of(Caller owner) {
    return streams.values().stream()
        .filter(stream -> stream.name().account().equals(owner.account()))
        .filter(stream -> stream.name().region().equals(owner.region()))
        .sorted(Comparator.comparing(stream -> stream.name().name()))
        .toList();
  }

  @Override
  public Optional<EventStream> find(String arn) {
    return StreamName.parse(arn).map(streams::get);
  }
}
