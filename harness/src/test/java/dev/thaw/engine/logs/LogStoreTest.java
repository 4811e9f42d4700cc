package dev.thaw.engine.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.invocation.WallClock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The bound of the store. */
final class LogStoreTest {
  private static List<String> messages(LogStore store, String group) {
    return store.readGroup(
        group,
        found ->
            found.streams().values().stream()
                .flatMap(stream -> stream.events().values().stream())
                .map(LogEvent::message)
                .toList());
  }

  @Test
  void dropsTheOldestEventsAndCountsThem() {
    var store = new LogStore(new LogStore.Capacity(3, 10_000), new WallClock());
    store.write("g", "a", Instant.EPOCH, "1");
    store.write("g", "b", Instant.EPOCH, "2");
    store.write("g", "a", Instant.EPOCH, "3");
    store.write("g", "b", Instant.EPOCH, "4");
    store.write("g", "b", Instant.EPOCH, "5");

    // Of 1 2 3 4 5 the last three stay: 3 in a, 4 and 5 in b.
    assertThat(messages(store, "g")).containsExactly("3", "4", "5");
    assertThat(store.dropped()).isEqualTo(2);
  }

  @Test
  void countsDeletedEventsNoLonger() {
    var store = new LogStore(new LogStore.Capacity(2, 10_000), new WallClock());
    store.write("gone", "a", Instant.EPOCH, "1");
    store.write("gone", "a", Instant.EPOCH, "2");
    store.delete("gone");
    store.write("g", "a", Instant.EPOCH, "3");
    store.write("g", "a", Instant.EPOCH, "4");

    assertThat(messages(store, "g")).containsExactly("3", "4");
    assertThat(store.dropped()).isZero();
  }

  @Test
  void dropsTheOldestWhereLongLinesTakeTooMuchMemory() {
    // Each event counts its text and 200 bytes more: two of 300 are 1,000, a third is too much.
    var store = new LogStore(new LogStore.Capacity(100, 1_000), new WallClock());
    store.write("g", "a", Instant.EPOCH, "1".repeat(300));
    store.write("g", "b", Instant.EPOCH, "2".repeat(300));
    assertThat(store.dropped()).isZero();
    store.write("g", "b", Instant.EPOCH, "3".repeat(300));

    assertThat(messages(store, "g")).containsExactly("2".repeat(300), "3".repeat(300));
    assertThat(store.dropped()).isEqualTo(1);
    // With its last event the stream has gone.
    assertThat(store.<Integer>readGroup("g", group -> group.streams().size())).isEqualTo(1);
  }

  @Test
  void givesBackTheMemoryOfDeletedGroups() {
    var store = new LogStore(new LogStore.Capacity(100, 1_000), new WallClock());
    store.write("gone", "a", Instant.EPOCH, "1".repeat(700));
    store.delete("gone");
    store.write("g", "a", Instant.EPOCH, "2".repeat(300));
    store.write("g", "a", Instant.EPOCH, "3".repeat(300));

    assertThat(store.dropped()).isZero();
  }

  @Test
  void matchesTermsOfAFilterPattern() {
    assertThat(FilterPattern.parse("REPORT \"Init Duration\""))
        .accepts("REPORT x Init Duration: 1")
        .rejects("REPORT x Duration", "Init Duration");
    assertThat(FilterPattern.parse("?ERROR ?WARN")).accepts("a WARN", "ERROR").rejects("INFO");
    assertThat(FilterPattern.parse("a -b")).accepts("a").rejects("a b");
    assertThat(FilterPattern.parse(" ")).accepts("anything");
  }
}
