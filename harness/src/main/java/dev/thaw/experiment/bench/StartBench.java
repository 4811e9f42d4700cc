package dev.thaw.experiment.bench;

import dev.thaw.invocation.Clock;
import dev.thaw.stats.Sample;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * How long {@code ./thaw serve} takes from the start of the command until it answers, beside a JVM
 * that serves one handler with the JDK's own HTTP server. Both are asked every millisecond.
 */
public record StartBench(Path home, Clock clock) {
  private static final int PAIRS = 7;
  private static final double NS_PER_MS = 1e6;

  public Measured run() throws IOException {
    var bare = new double[PAIRS];
    var thaw = new double[PAIRS];
    for (int i = 0; i < PAIRS; i++) {
      try (var server = bare()) {
        bare[i] = server.startNs() / NS_PER_MS;
      }
      try (var server = ServeProcess.thaw(home, clock)) {
        thaw[i] = server.startNs() / NS_PER_MS;
      }
    }
    return new Measured(
        "start to first answer",
        "ms",
        Sample.of(bare).median(),
        Sample.of(thaw).median(),
        PAIRS,
        "./thaw serve until ListFunctions is answered / a JVM with the JDK's HTTP server until it"
            + " answers");
  }

  private ServeProcess bare() throws IOException {
    int port = ServeProcess.freePort();
    return ServeProcess.start(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            PlainHttpServer.class.getName(),
            String.valueOf(port)),
        URI.create("http://127.0.0.1:%d/".formatted(port)),
        clock);
  }
}
