package dev.thaw.experiment.bench;

import dev.thaw.engine.environment.ProcessWatchdog;
import dev.thaw.invocation.Clock;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server that was started as a process of its own, until it is closed. */
public final class ServeProcess implements AutoCloseable {
  private static final Duration LONGEST_START = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(1);
  private static final int OK = 200;
  private static final long CLOSE_LIMIT_SECONDS = 20;

  private final Process process;
  private final ProcessWatchdog watchdog;
  private final URI endpoint;
  private final long startNs;

  private ServeProcess(Process process, URI endpoint, long startNs) throws IOException {
    this.process = process;
    this.endpoint = endpoint;
    this.startNs = startNs;
    this.watchdog = ProcessWatchdog.start();
    watchdog.register(process.pid());
  }

  /** {@code ./thaw serve} of that folder, answering. */
  public static ServeProcess thaw(Path home, Clock clock) throws IOException {
    int port = freePort();
    var launcher = home.resolve("thaw").toString();
    return start(
        List.of(launcher, "serve", "--port", String.valueOf(port)),
        URI.create("http://127.0.0.1:%d/2015-03-31/functions/".formatted(port)),
        clock);
  }

  /** Starts the command and waits until it answers a GET of that address with success. */
  static ServeProcess start(List<String> command, URI asked, Clock clock) throws IOException {
    long begin = clock.nanoTime();
    var process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    while (!answers(asked)) {
      if (!process.isAlive() || clock.nanoTime() - begin > LONGEST_START.toNanos()) {
        process.destroy();
        throw new IOException("'%s' does not answer".formatted(String.join(" ", command)));
      }
      clock.sleep(PAUSE);
    }
    return new ServeProcess(process, asked.resolve("/"), clock.nanoTime() - begin);
  }

  private static boolean answers(URI asked) throws IOException {
    try (var socket = new Socket(asked.getHost(), asked.getPort())) {
      socket.setSoTimeout((int) LONGEST_START.toMillis());
      var request =
          "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
              .formatted(asked.getPath(), asked.getAuthority());
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return HttpHead.read(new BufferedInputStream(socket.getInputStream())).status() == OK;
    } catch (ConnectException notYet) {
      return false;
    }
  }

  /** From the start of the command to its first answer. */
  long startNs() {
    return startNs;
  }

  /** Where it is reached. */
  public URI endpoint() {
    return endpoint;
  }

  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Ends it as Ctrl-C would, and waits until it has ended. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(CLOSE_LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    watchdog.close();
  }
}
