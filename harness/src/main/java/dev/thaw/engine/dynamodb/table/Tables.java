package dev.thaw.engine.dynamodb.table;

import dev.thaw.engine.dynamodb.item.DynamoDbError;
import dev.thaw.engine.dynamodb.item.KeySchema;
import dev.thaw.engine.dynamodb.item.TableArn;
import dev.thaw.engine.dynamodb.stream.ChangeStream;
import dev.thaw.engine.dynamodb.stream.StreamIdentity;
import dev.thaw.engine.dynamodb.stream.Streams;
import dev.thaw.engine.protocol.Call;
import dev.thaw.invocation.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

/** All tables of all accounts. Thread-safe. */
public final class Tables {
  private final ConcurrentHashMap<TableArn, Table> byArn = new ConcurrentHashMap<>();
  private final Streams streams;
  private final Clock clock;
  private final LongSupplier platformNs;
  private final Supplier<String> ids;

  /** {@code platformNs} is platform time, in which tables come and go. */
  public Tables(Streams streams, Clock clock, LongSupplier platformNs, Supplier<String> ids) {
    this.streams = streams;
    this.clock = clock;
    this.platformNs = platformNs;
    this.ids = ids;
  }

  public Table create(TableArn arn, KeySchema schema, TableSettings settings) {
    var origin = new Table.Origin(ids.get(), clock, new Lifecycle(platformNs));
    var table = new Table(arn, schema, settings, origin);
    removeGone();
    if (byArn.putIfAbsent(arn, table) != null) {
      throw DynamoDbError.RESOURCE_IN_USE.because("Table already exists: " + arn.name());
    }
    return table;
  }

  private void removeGone() {
    byArn.values().removeIf(table -> table.lifecycle().isGone());
  }

  /** The table of an operation on items. */
  public Table inUse(Call call, String nameOrArn) {
    return find(TableArn.of(call.caller(), nameOrArn))
        .filter(table -> table.lifecycle().isInUse())
        .orElseThrow(DynamoDbError::noSuchResource);
  }

  /** The table of an operation on tables. */
  public Table existing(Call call, String nameOrArn) {
    var arn = TableArn.of(call.caller(), nameOrArn);
    return find(arn).orElseThrow(() -> DynamoDbError.noSuchTable(arn.name()));
  }

  public Optional<Table> find(TableArn arn) {
    return Optional.ofNullable(byArn.get(arn)).filter(table -> !table.lifecycle().isGone());
  }

  /** Those of the caller's account and region. */
  public Stream<Table> of(Call call) {
    removeGone();
    return byArn.values().stream()
        .filter(
            table ->
                table.arn().account().equals(call.account())
                    && table.arn().region().equals(call.region()));
  }

  public void delete(Table table) {
    table.lifecycle().begin(TableStatus.DELETING);
    closeStream(table);
  }

  /** Shows the table's changes from now on. */
  public void openStream(Table table, StreamViewType viewType) {
    var begin = clock.now().truncatedTo(ChronoUnit.MILLIS);
    // Two streams of a table never have the same label.
    while (streams.find(identity(table, viewType, begin).arn()).isPresent()) {
      begin = begin.plusMillis(1);
    }
    table.stream(streams.open(identity(table, viewType, begin)));
  }

  private static StreamIdentity identity(Table table, StreamViewType viewType, Instant begin) {
    return StreamIdentity.of(table.arn(), table.schema(), viewType, begin);
  }

  public void closeStream(Table table) {
    table.stream().ifPresent(ChangeStream::close);
  }
}
