package dev.thaw.experiment.bench;

import dev.thaw.engine.environment.ProcessWatchdog;
import dev.thaw.invocation.Clock;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A process that serves the sample function's handler over plain HTTP, until it is closed. */
final class BareHttp implements AutoCloseable {
  private static final String HANDLER = "dev.thaw.sample.WorkHandler";
  private static final int ATTEMPTS = 200;
  private static final Duration PAUSE = Duration.ofMillis(25);

  private final ProcessWatchdog watchdog;
  private final Process process;
  private final URI uri;

  private BareHttp(ProcessWatchdog watchdog, Process process, URI uri) {
    this.watchdog = watchdog;
    this.process = process;
    this.uri = uri;
    watchdog.register(process.pid());
  }

  /** Starts the process with the flags of a function, and waits until it answers. */
  static BareHttp start(Path code, Clock clock) throws IOException {
    int port = freePort();
    var command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:MaxHeapSize=445645k",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dsun.net.httpserver.nodelay=true",
            "-cp",
            code + File.pathSeparator + System.getProperty("java.class.path"),
            BareHttpServer.class.getName(),
            HANDLER,
            String.valueOf(port));
    var process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    var server =
        new BareHttp(
            ProcessWatchdog.start(), process, URI.create("http://127.0.0.1:" + port + "/"));
    server.awaitAnswer(clock);
    return server;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitAnswer(Clock clock) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try (var loop = new HttpLoop(clock, uri, "{}")) {
        loop.roundTripNs();
        return;
      } catch (IOException e) {
        if (attempt == ATTEMPTS || !process.isAlive()) {
          close();
          throw new IOException("the bare server does not answer", e);
        }
        clock.sleep(PAUSE);
      }
    }
  }

  URI uri() {
    return uri;
  }

  @Override
  public void close() {
    process.destroyForcibly();
    watchdog.close();
  }
}
