package dev.thaw.gatling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thaw.invocation.Request;
import dev.thaw.load.ArrivalProcess;
import dev.thaw.load.GeneratorOrder.Fire;
import dev.thaw.load.Route;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FlightTest {
  private final List<Request> file = new ArrayList<>();
  private final Recorder recorder = new Recorder(progress -> {});
  private final FiredStretch stretch =
      new FiredStretch(
          new Fire(
              "p",
              "v",
              new Route.Invoke("f"),
              "{}",
              ArrivalProcess.parse("burst 1"),
              1,
              0,
              0,
              1000,
              true),
          RouteRequests.of(new Route.Invoke("f"), new Endpoints(URI.create("http://h"))),
          new ArrivalShare(0, 1),
          recorder,
          file::add);
  private final Flight flight = new Flight(stretch, 7, 1_000_000);

  @AfterEach
  void close() {
    recorder.close();
  }

  @Test
  void isNotSignedTwice() {
    flight.beforeSigning();

    assertThatThrownBy(flight::beforeSigning).hasMessageContaining("not sent again");
  }

  @Test
  void countsAsSentWhenItWasHandedOverAndHadToWaitForAConnection() throws InterruptedException {
    flight.handedOver();
    long handedOverNs = flight.sentNs();
    Thread.sleep(2);
    flight.signed();

    assertThat(flight.sentNs()).isEqualTo(handedOverNs);
  }

  @Test
  void landsOnce() {
    stretch.launching(flight);
    stretch.launchedAll();
    recorder.watch(stretch);
    flight.land(RawAnswer.none("first"), 5_000_000);
    flight.land(RawAnswer.none("second"), 6_000_000);
    recorder.await(stretch, new StopSignal());

    assertThat(stretch.done()).isEqualTo(1);
    assertThat(stretch.failed()).isEqualTo(1);
    assertThat(stretch.latencies().max()).isEqualTo(4);
    assertThat(file)
        .singleElement()
        .satisfies(
            request -> {
              assertThat(request.answer().error()).isEqualTo("first");
              assertThat(request.timing().doneNs()).isEqualTo(5_000_000);
              assertThat(request.slot().index()).isEqualTo(7);
            });
  }

  @Test
  void aStretchEndsEvenIfTheClientNeverCallsBack() {
    stretch.launching(flight);
    stretch.launchedAll();
    recorder.watch(stretch);
    recorder.await(stretch, new StopSignal());

    assertThat(file)
        .singleElement()
        .satisfies(request -> assertThat(request.answer().error()).contains("no word from"));
  }
}
