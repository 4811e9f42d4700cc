package dev.thaw.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.thaw.model.StreamContent.Item;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The engine keeps the contract, with simulated environments on a clock that the test moves; and
 * what the model has no word for: it simulates how long functions take, not what they are told and
 * return, so a tumbling window's state and the events that it comes in are the engine's alone.
 */
final class EngineStreamContractTest extends StreamContract {
  @TempDir private Path folder;

  @Override
  Platform platform() {
    return contractCase -> new VirtualEngine(folder, contractCase).run();
  }

  /** The events that the case's function was invoked with. */
  private List<JsonNode> events(StreamCase stream) {
    var engine = new VirtualEngine(folder, ContractCase.of(1_000, 60, stream.function()));
    engine.run();
    return engine.batches();
  }

  /** Its members without the records. */
  private static String window(JsonNode event) {
    return "%s to %s, state %s, final %s, early %s"
        .formatted(
            event.at("/window/start").textValue(),
            event.at("/window/end").textValue(),
            event.path("state"),
            event.path("isFinalInvokeForWindow"),
            event.path("isWindowTerminatedEarly"));
  }

  /** The load begins at 12:05. */
  @Test
  void aTumblingWindowHandsItsStateOnAndTheNextOneBeginsAfresh() {
    var stream =
        StreamCase.of("pause 500 ms then burst 3 then pause 12 s then burst 1")
            .batching(2)
            .tumbling(10);

    assertThat(events(stream))
        .extracting(EngineStreamContractTest::window)
        .containsExactly(
            "2026-11-23T12:05:00Z to 2026-11-23T12:05:10Z, state {}, final false, early false",
            "2026-11-23T12:05:00Z to 2026-11-23T12:05:10Z, state {\"records\":2}, final false,"
                + " early false",
            "2026-11-23T12:05:00Z to 2026-11-23T12:05:10Z, state {\"records\":3}, final true,"
                + " early false",
            "2026-11-23T12:05:10Z to 2026-11-23T12:05:20Z, state {}, final false, early false",
            "2026-11-23T12:05:10Z to 2026-11-23T12:05:20Z, state {\"records\":1}, final true,"
                + " early false");
  }

  @Test
  void parallelBatchesOfAShardHaveAStateEach() {
    var stream =
        StreamCase.of("pause 500 ms then burst 3")
            .holding(Item.of(0), Item.of(1), Item.of(0))
            .batching(100, 0, 2)
            .tumbling(10);

    assertThat(events(stream))
        .filteredOn(event -> event.path("isFinalInvokeForWindow").asBoolean())
        .extracting(event -> event.at("/state/records").asInt())
        .containsExactlyInAnyOrder(1, 2);
  }

  @Test
  void recordsOfAPartitionKeyComeInTheirOrder() {
    var stream =
        StreamCase.of("pause 500 ms then burst 12")
            .holding(Item.of(0), Item.of(1), Item.of(2))
            .batching(2, 0, 2);

    var numbers =
        events(stream).stream()
            .flatMap(event -> StreamFunction.records(event).stream())
            .map(record -> StreamFunction.content(record).path("number").asInt())
            .toList();
    for (int key = 0; key < 3; key++) {
      int own = key;
      assertThat(numbers.stream().filter(number -> number % 3 == own).toList())
          .hasSize(4)
          .isSorted();
    }
  }
}
