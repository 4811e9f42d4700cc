package dev.thaw.gatling;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thaw.load.ArrivalProcess;
import dev.thaw.load.GeneratorOrder.Close;
import dev.thaw.load.GeneratorOrder.Fire;
import dev.thaw.load.GeneratorOrder.Open;
import dev.thaw.load.Route;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderLinesTest {
  private static final String FIRE =
      """
      {"order":"fire","phase":"warm","variant":"zip","route":{"route":"sync","function":"f:live"},"payload":"{}",\
      "arrivals":"poisson 50/s for 10 s","seed":7,"firstIndex":100,"startNs":0,\
      "timeoutMs":2000,"echo":true}""";

  @Test
  void readsTheThreeOrders() {
    assertThat(
            OrderLines.parse(
                """
                {"order":"open","endpoint":"http://127.0.0.1:4566","region":"eu-west-1",\
                "requestsFile":"r.ndjson.gz","generator":1,"generators":3,"burnInRequests":9}"""))
        .isEqualTo(
            new Open(URI.create("http://127.0.0.1:4566"), "eu-west-1", "r.ndjson.gz", 1, 3, 9));
    assertThat(OrderLines.parse(FIRE))
        .isEqualTo(
            new Fire(
                "warm",
                "zip",
                new Route.Invoke("f:live"),
                "{}",
                ArrivalProcess.parse("poisson 50/s for 10 s"),
                7,
                100,
                0,
                2000,
                true));
    assertThat(OrderLines.parse("{\"order\":\"close\"}")).isEqualTo(new Close());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fire!",
        "{\"order\":\"retreat\"}",
        "{}",
        "{\"order\":\"fire\",\"phase\":\"without all the rest\"}"
      })
  void saysWhichOrderItCannotRead(String line) {
    assertThatThrownBy(() -> OrderLines.parse(line))
        .isInstanceOf(GeneratorException.class)
        .hasMessageStartingWith("Unreadable order '" + line + "': ")
        .hasMessageNotContaining("\n");
  }

  @Test
  void namesTheArrivalProcessItCannotRead() {
    assertThatThrownBy(() -> OrderLines.parse(FIRE.replace("poisson", "poison")))
        .hasMessageContaining("'poison 50/s for 10 s' is not an arrival process");
  }

  @Test
  void endOfInputRaisesTheStopSignal() {
    var stop = new StopSignal();
    var orders = OrderLines.read(lines(FIRE), stop);

    assertThat(orders.next()).containsInstanceOf(Fire.class);
    assertThat(orders.next()).isEmpty();
    assertThat(stop.isRaised()).isTrue();
  }

  @Test
  void endOfInputAfterCloseIsNoStop() {
    var stop = new StopSignal();
    var orders = OrderLines.read(lines(FIRE + "\n\n{\"order\":\"close\"}"), stop);

    assertThat(orders.next()).containsInstanceOf(Fire.class);
    assertThat(orders.next()).contains(new Close());
    assertThat(stop.isRaised()).isFalse();
  }

  @Test
  void doesNotStopForALineItCannotReadUntilItIsItsTurn() {
    var stop = new StopSignal();
    var orders = OrderLines.read(lines(FIRE + "\nfire!\n{\"order\":\"close\"}"), stop);

    assertThat(orders.next()).containsInstanceOf(Fire.class);
    assertThatThrownBy(orders::next).isInstanceOf(GeneratorException.class);
    assertThat(stop.isRaised()).isFalse();
  }

  private static InputStream lines(String text) {
    return new ByteArrayInputStream((text + "\n").getBytes(UTF_8));
  }
}
