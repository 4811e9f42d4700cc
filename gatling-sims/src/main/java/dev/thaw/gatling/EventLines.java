package dev.thaw.gatling;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.thaw.load.GeneratorEvent;
import dev.thaw.load.GeneratorEvent.Closed;
import dev.thaw.load.GeneratorEvent.Failed;
import dev.thaw.load.GeneratorEvent.Fired;
import dev.thaw.load.GeneratorEvent.Progress;
import dev.thaw.load.GeneratorEvent.Ready;
import dev.thaw.results.RunJson;
import java.io.PrintStream;

/** Tells a program: one line per event. */
record EventLines(PrintStream out) implements GeneratorListener {
  private static final ObjectWriter JSON = RunJson.MAPPER.writerFor(GeneratorEvent.class);

  @Override
  public void ready(long burnInRequests, double burnInMs) {
    write(new Ready(burnInRequests, burnInMs));
  }

  @Override
  public void progress(FiredStretch stretch) {
    var fire = stretch.fire();
    write(
        new Progress(
            fire.phase(),
            fire.variant(),
            stretch.planned(),
            stretch.launched(),
            stretch.done(),
            stretch.failed(),
            stretch.latestLatencies().percentile(0.5),
            stretch.latestLatencies().percentile(0.99)));
  }

  @Override
  public void fired(FiredStretch stretch) {
    var fire = stretch.fire();
    write(
        new Fired(
            fire.phase(),
            fire.variant(),
            stretch.planned(),
            stretch.launched(),
            stretch.done(),
            stretch.failed(),
            stretch.lags().percentile(0.5),
            stretch.lags().percentile(0.99),
            stretch.lags().max(),
            stretch.echo()));
  }

  @Override
  public void failed(String message) {
    write(new Failed(message));
  }

  @Override
  public void closed(long recorded) {
    write(new Closed(recorded));
  }

  private void write(GeneratorEvent event) {
    try {
      out.println(GeneratorEvent.PREFIX + JSON.writeValueAsString(event));
      out.flush();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
