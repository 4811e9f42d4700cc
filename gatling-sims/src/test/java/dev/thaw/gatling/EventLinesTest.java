package dev.thaw.gatling;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.load.ArrivalProcess;
import dev.thaw.load.GeneratorEvent;
import dev.thaw.load.GeneratorEvent.Progress;
import dev.thaw.load.GeneratorOrder.Fire;
import dev.thaw.load.Route;
import dev.thaw.results.RunJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import org.junit.jupiter.api.Test;

class EventLinesTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final EventLines events = new EventLines(new PrintStream(bytes, false, UTF_8));

  @Test
  void writesOneLinePerEvent() {
    events.ready(100, 51.5);
    events.failed("No\nluck.");
    events.closed(7);

    assertThat(bytes.toString(UTF_8).lines())
        .containsExactly(
            "@thaw {\"event\":\"ready\",\"burnInRequests\":100,\"burnInMs\":51.5}",
            "@thaw {\"event\":\"failed\",\"message\":\"No\\nluck.\"}",
            "@thaw {\"event\":\"closed\",\"recorded\":7}");
  }

  @Test
  void saysThatNothingWasAnsweredYet() throws IOException {
    var fire =
        new Fire(
            "p",
            "v",
            new Route.Invoke("f"),
            "{}",
            ArrivalProcess.parse("burst 4"),
            1,
            0,
            0,
            9,
            false);
    var route = RouteRequests.of(fire.route(), new Endpoints(URI.create("http://h")));
    try (var recorder = new Recorder(progress -> {})) {
      events.progress(
          new FiredStretch(fire, route, new ArrivalShare(0, 1), recorder, request -> {}));
    }

    var line = bytes.toString(UTF_8).strip();
    var json = line.substring(GeneratorEvent.PREFIX.length());
    assertThat(RunJson.MAPPER.readValue(json, GeneratorEvent.class))
        .isEqualTo(new Progress("p", "v", 4, 0, 0, 0, Double.NaN, Double.NaN));
  }
}
