package dev.thaw.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.invocation.Answer;
import dev.thaw.invocation.Invocation;
import dev.thaw.invocation.Request;
import dev.thaw.invocation.Slot;
import dev.thaw.invocation.Temperature;
import dev.thaw.invocation.Timing;
import dev.thaw.results.Kept;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TimelineTest {
  private static final long START_NS = 1_700_000_000_000_000_000L;
  private static final long MS = 1_000_000;

  private static Invocation invocation(
      long atMs, long tookMs, int status, Temperature temperature) {
    long intendedNs = START_NS + atMs * MS;
    return new Invocation(
        new Request(
            new Slot(0, "steady", "zip", atMs),
            new Timing(intendedNs, intendedNs, intendedNs + tookMs * MS),
            new Answer(status, "id", null, null, null, null, null)),
        null,
        temperature);
  }

  @Test
  void requestsStandInTheSecondTheyWereDueAndCompletionsInTheirs() {
    var timeline =
        Timeline.of(
                "zip",
                new Kept(
                    List.of(
                        invocation(0, 100, 200, Temperature.COLD),
                        invocation(900, 300, 200, Temperature.WARM),
                        invocation(1_500, 10, 429, Temperature.UNKNOWN),
                        invocation(2_000, 10, 500, Temperature.UNKNOWN))))
            .get(0);
    assertThat(timeline.bucketSeconds()).isEqualTo(1);
    assertThat(timeline.seconds()).isEqualTo(2.0);
    assertThat(timeline.buckets())
        .containsExactly(
            new Bucket(2, 1, 0, 0, new Bucket.Percentiles(2, 200, 280, 298)),
            new Bucket(1, 1, 0, 1, null),
            new Bucket(1, 0, 1, 0, null));
    assertThat(timeline.coldAtSeconds()).containsExactly(0.0);
    assertThat(timeline.dots().stream().map(Timeline.Dot::kind))
        .containsExactly(
            Timeline.Dot.Kind.COLD,
            Timeline.Dot.Kind.WARM,
            Timeline.Dot.Kind.FAILED,
            Timeline.Dot.Kind.FAILED);
  }

  @Test
  void longLoadHasWiderBuckets() {
    var timeline =
        Timeline.of(
                "zip",
                new Kept(
                    List.of(
                        invocation(0, 1, 200, Temperature.WARM),
                        invocation(3_600_000, 1, 200, Temperature.WARM))))
            .get(0);
    // 3,600 s in at most 300 buckets: 15 s each.
    assertThat(timeline.bucketSeconds()).isEqualTo(15);
    assertThat(timeline.buckets()).hasSize(241);
  }
}
