package dev.thaw.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.invocation.Answer;
import dev.thaw.invocation.EventId;
import dev.thaw.invocation.Handling;
import dev.thaw.invocation.Handling.Place;
import dev.thaw.invocation.Invocation;
import dev.thaw.invocation.Request;
import dev.thaw.invocation.RouteKind;
import dev.thaw.invocation.Slot;
import dev.thaw.invocation.Temperature;
import dev.thaw.invocation.Timing;
import dev.thaw.results.Delivery.Batches;
import dev.thaw.results.Delivery.OutOfOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Instants are in ms: an event is sent at one, its answer comes 2 ms later. */
final class DeliveriesTest {
  private static final long MS = 1_000_000;
  private static final Place ALONE = new Place(1, 0, null, null, null);

  private final List<Request> requests = new ArrayList<>();
  private final List<Handling> handlings = new ArrayList<>();

  @Test
  void countsWhatWasLostRetriedAndDuplicated() {
    send(RouteKind.ASYNC, 0, 202);
    send(RouteKind.ASYNC, 1, 202);
    send(RouteKind.ASYNC, 2, 202);
    send(RouteKind.ASYNC, 3, 202);
    send(RouteKind.ASYNC, 4, 429);
    handle(0, "r0", 10);
    fail(1, "r1", 10);
    handle(1, "r1", 20);
    handle(2, "r2", 10);
    handle(2, "r2", 30);
    fail(3, "r3", 10);

    assertThat(delivery())
        .isEqualTo(
            new Delivery(
                RouteKind.ASYNC,
                4,
                3,
                1,
                1,
                1,
                new OutOfOrder(0, 0),
                new Batches(6, 1),
                8.0,
                null));
  }

  /** Sent at 0, taken at 2, entered at 10, through at 15. */
  @Test
  void measuresFromTheIntendedTimeToTheHandler() {
    send(RouteKind.ASYNC, 0, 202);
    handle(0, "r0", 10);
    var evidence = Deliveries.of(joined()).evidence();

    assertThat(value(evidence.get(Metric.ENTRY_P50))).isEqualTo(10);
    assertThat(value(evidence.get(Metric.END_TO_END_P50))).isEqualTo(15);
    assertThat(value(evidence.get(Metric.QUEUE_AGE_P50))).isEqualTo(8);
    assertThat(Objects.requireNonNull(evidence.get(Metric.ITERATOR_AGE_P50)).values(1)).isEmpty();
  }

  /** The batch's last record arrived at 6 and its handler was entered at 10. */
  @Test
  void theIteratorAgeIsThatOfTheBatchsLastRecord() {
    send(RouteKind.KINESIS, 0, 200);
    send(RouteKind.KINESIS, 5, 200);
    handlings.add(handling(0, "r", 10, false, new Place(2, 0, "s", null, 1L)));
    handlings.add(handling(1, "r", 10, false, new Place(2, 1, "s", null, 6L)));
    var evidence = Deliveries.of(joined()).evidence();

    assertThat(value(evidence.get(Metric.ITERATOR_AGE_P50))).isEqualTo(4);
    assertThat(value(evidence.get(Metric.BATCH_SIZE))).isEqualTo(2);
    assertThat(delivery().batches().count()).isEqualTo(1);
    assertThat(delivery().batches().largest()).isEqualTo(2);
  }

  /**
   * Events 0 and 1 overlap: in whichever order they are handled it is right. Event 2 was sent after
   * both were taken, and handled before 0.
   */
  @Test
  void outOfOrderIsWhatWasHandledBeforeAnEarlierOneOfItsKey() {
    send(RouteKind.KINESIS, 0, 200);
    send(RouteKind.KINESIS, 1, 200);
    send(RouteKind.KINESIS, 4, 200);
    handlings.add(handling(1, "a", 10, false, new Place(2, 0, "s", "k", 1L)));
    handlings.add(handling(2, "a", 10, false, new Place(2, 1, "s", "k", 1L)));
    handlings.add(handling(0, "b", 20, false, new Place(1, 0, "s", "k", 1L)));

    assertThat(delivery().outOfOrder().byKey()).isEqualTo(1);
    assertThat(delivery().outOfOrder().byShard()).isEqualTo(1);
  }

  @Test
  void eventsOfDifferentKeysHaveNoOrder() {
    send(RouteKind.KINESIS, 0, 200);
    send(RouteKind.KINESIS, 4, 200);
    handlings.add(handling(1, "a", 10, false, new Place(1, 0, "s", "k1", 1L)));
    handlings.add(handling(0, "b", 20, false, new Place(1, 0, "s", "k0", 1L)));

    assertThat(delivery().outOfOrder().byKey()).isZero();
    assertThat(delivery().outOfOrder().byShard()).isEqualTo(1);
  }

  @Test
  void aFunctionThatLogsNothingTellsNothingIfItsSendersWaited() {
    send(RouteKind.SYNC, 0, 200);

    assertThat(Delivery.of(joined())).isEmpty();
  }

  @Test
  void whatWasTakenAndNeverLoggedIsLost() {
    send(RouteKind.S3, 0, 200);

    assertThat(delivery().lost()).isEqualTo(1);
  }

  /** It is the batch that has a REPORT, not the event; its temperature is known all the same. */
  @Test
  void anEventsTemperatureIsThatOfTheHandlingThatDidNotFail() {
    send(RouteKind.S3, 0, 200);
    handle(0, "r0", 10);

    assertThat(joined())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.temperature()).isEqualTo(Temperature.COLD);
              assertThat(one.platform()).isNull();
            });
  }

  private void send(RouteKind route, long atMs, int status) {
    requests.add(
        new Request(
            new Slot(0, "p", "v", requests.size()),
            new Timing(atMs * MS, atMs * MS, (atMs + 2) * MS),
            new Answer(status, "q", null, null, null, null, null),
            route));
  }

  private void handle(int event, String requestId, long atMs) {
    handlings.add(handling(event, requestId, atMs, false, ALONE));
  }

  private void fail(int event, String requestId, long atMs) {
    handlings.add(handling(event, requestId, atMs, true, ALONE));
  }

  private Handling handling(int event, String requestId, long atMs, boolean isFailed, Place place) {
    return new Handling(
        EventId.of(requests.get(event).slot()),
        requestId,
        "stream",
        isFailed,
        atMs * MS,
        (atMs + 5) * MS,
        place,
        Temperature.COLD);
  }

  private List<Invocation> joined() {
    return Join.of(requests, List.of(), handlings);
  }

  private Delivery delivery() {
    return Delivery.of(joined()).orElseThrow();
  }

  private static double value(@Nullable Evidence evidence) {
    return Objects.requireNonNull(evidence).values(1).orElseThrow().median();
  }
}
