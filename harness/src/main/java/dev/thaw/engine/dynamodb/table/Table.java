package dev.thaw.engine.dynamodb.table;

import dev.thaw.engine.dynamodb.item.Item;
import dev.thaw.engine.dynamodb.item.ItemKey;
import dev.thaw.engine.dynamodb.item.KeySchema;
import dev.thaw.engine.dynamodb.item.TableArn;
import dev.thaw.engine.dynamodb.stream.ChangeStream;
import dev.thaw.engine.dynamodb.stream.ItemChange;
import dev.thaw.invocation.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A table: its items, changed one at a time, and the stream that shows the changes. Thread-safe.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.CoreComponents.html">
 *     Core components</a>
 */
public final class Table {
  private final TableArn arn;
  private final String id;
  private final KeySchema schema;
  private final Clock clock;
  private final Instant created;
  private final ReentrantLock lock = new ReentrantLock();
  private final Items items = new Items();
  private final Lifecycle lifecycle;
  private final Throughput throughput;
  private TableSettings settings;
  // The table's latest, which may be closed.
  private @Nullable ChangeStream stream;

  Table(TableArn arn, KeySchema schema, TableSettings settings, Origin origin) {
    this.arn = arn;
    this.id = origin.id();
    this.schema = schema;
    this.settings = settings;
    this.clock = origin.clock();
    this.created = clock.now();
    this.lifecycle = origin.lifecycle();
    this.throughput = new Throughput(clock);
    throughput.set(settings);
  }

  /** What a new table gets from where it is made. */
  record Origin(String id, Clock clock, Lifecycle lifecycle) {}

  /** Says what becomes of an item, or throws why nothing does. */
  @FunctionalInterface
  public interface Edit {
    Optional<Item> of(Optional<Item> before);
  }

  public TableArn arn() {
    return arn;
  }

  public String id() {
    return id;
  }

  public KeySchema schema() {
    return schema;
  }

  public Instant created() {
    return created;
  }

  public Lifecycle lifecycle() {
    return lifecycle;
  }

  /** Runs it while nobody else sees or changes the table. */
  public <T> T alone(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  public Optional<Item> get(ItemKey key, boolean isConsistent) {
    return alone(
        () -> {
          var item = items.get(key);
          throughput.read(CapacityUnits.read(item.map(Item::bytes).orElse(0), isConsistent));
          return item;
        });
  }

  public Page page(Walk walk, boolean isConsistent) {
    return alone(
        () -> {
          var page = items.page(walk);
          throughput.read(CapacityUnits.read(page.bytes(), isConsistent));
          return page;
        });
  }

  /** Changes one item; a change that leaves it equal is none to the stream. */
  public Written write(ItemKey key, Edit edit) {
    return alone(
        () -> {
          var written = preview(key, edit);
          charge(CapacityUnits.written(written.bytes()));
          apply(key, written);
          return written;
        });
  }

  /** What a write would do. */
  public Written preview(ItemKey key, Edit edit) {
    return alone(
        () -> {
          var before = items.get(key);
          return new Written(before, edit.of(before));
        });
  }

  /** Takes the units of writes, or throws. */
  public void charge(double units) {
    alone(
        () -> {
          throughput.write(units);
          return units;
        });
  }

  /** Does what was previewed, while the table is alone. */
  public void apply(ItemKey key, Written written) {
    items.put(key, written.after());
    show(key, written);
  }

  private void show(ItemKey key, Written written) {
    var current = stream;
    if (current != null && !written.before().equals(written.after())) {
      current.append(
          new ItemChange(
              schema.item(key), key.lane(), written.before(), written.after(), clock.now()));
    }
  }

  /** How many items there are. */
  public int count() {
    return alone(items::count);
  }

  public long bytes() {
    return alone(items::bytes);
  }

  public TableSettings settings() {
    return alone(() -> settings);
  }

  public void settings(TableSettings other) {
    alone(
        () -> {
          settings = other;
          throughput.set(other);
          return other;
        });
  }

  /** The latest stream, which may have been closed. */
  public Optional<ChangeStream> stream() {
    return alone(() -> Optional.ofNullable(stream));
  }

  /** From now on changes are shown there. */
  public void stream(ChangeStream other) {
    alone(
        () -> {
          stream = other;
          return other;
        });
  }
}
