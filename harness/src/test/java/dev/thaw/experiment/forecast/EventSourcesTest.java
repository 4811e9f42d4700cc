package dev.thaw.experiment.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.experiment.fit.Quantity;
import dev.thaw.experiment.fit.TimeSamples;
import dev.thaw.invocation.Answer;
import dev.thaw.invocation.EventId;
import dev.thaw.invocation.Handling;
import dev.thaw.invocation.Invocation;
import dev.thaw.invocation.PlatformRecord;
import dev.thaw.invocation.ReportLine;
import dev.thaw.invocation.Request;
import dev.thaw.invocation.RouteKind;
import dev.thaw.invocation.Slot;
import dev.thaw.invocation.Temperature;
import dev.thaw.invocation.Timing;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each event is sent at 0, taken at 2, entered at 3 and through at 23; its REPORT says 21 ms. */
final class EventSourcesTest {
  private static final long MS = 1_000_000;
  private static final TimeSamples NONE =
      TimeSamples.of(
          new TimeSamples.Origin(List.of(), "cold"), new TimeSamples.Origin(List.of(), "warm"));

  private static EventSources of(RouteKind route, int batchSize, boolean isWorkOfRecords, int n) {
    var slot = new Slot(0, "load", "f", 0);
    var handling =
        new Handling(
            EventId.of(slot),
            "id",
            "stream",
            false,
            3 * MS,
            23 * MS,
            new Handling.Place(batchSize, 0, null, null, null),
            Temperature.WARM);
    var answer = new Answer(202, "id", null, null, null, null, null);
    @Nullable PlatformRecord platform =
        batchSize == 1
            ? new PlatformRecord("f", "stream", 0, ReportLine.warm("id", 21, 21, 512, 90))
            : null;
    var event =
        new Invocation(
            new Request(slot, new Timing(0, 0, 2 * MS), answer, route),
            platform,
            Temperature.WARM,
            List.of(handling));
    return new EventSources(
        route, isWorkOfRecords, new TimeSamples.Origin(Collections.nCopies(n, event), "its own"));
  }

  private static double warmMs(EventSources sources) {
    return sources.over(NONE).of(Quantity.WARM_DURATION).sample().median();
  }

  @Test
  void anEventsWorkEndsWithItsHandler() {
    assertThat(warmMs(of(RouteKind.S3, 1, true, 5))).isEqualTo(20);
  }

  /** 20 ms of a batch of four. */
  @Test
  void recordsTakeTheirShareOfTheirBatchIfItIsTheirWork() {
    assertThat(warmMs(of(RouteKind.KINESIS, 4, true, 5))).isEqualTo(5);
    assertThat(warmMs(of(RouteKind.DYNAMODB, 4, false, 5))).isEqualTo(20);
  }

  @Test
  void fewEventsTellNothing() {
    var few = of(RouteKind.KINESIS, 4, true, 4);

    assertThat(few.over(NONE)).isSameAs(NONE);
    assertThat(few.ways()).isEmpty();
    assertThat(of(RouteKind.SYNC, 1, true, 5).ways()).isEmpty();
  }

  @Test
  void waysAreWhatTheRulesKnowNothingOf() {
    assertThat(medians(of(RouteKind.ASYNC, 1, true, 5)))
        .isEqualTo(Map.of(Way.ACCEPTED, 2.0, Way.ENTERED, 3.0, Way.HANDED_OVER, 1.0));
    // How long a record waits for its poll is for the rules to say.
    assertThat(medians(of(RouteKind.KINESIS, 4, true, 5))).isEqualTo(Map.of(Way.ACCEPTED, 2.0));
  }

  private static Map<Way, Double> medians(EventSources sources) {
    var medians = new EnumMap<Way, Double>(Way.class);
    sources.ways().forEach((way, taken) -> medians.put(way, taken.sample().median()));
    return medians;
  }
}
