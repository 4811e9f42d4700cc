package dev.thaw.experiment.bench;

import dev.thaw.invocation.Clock;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * One connection that posts the same body again and again and waits for each answer: as little
 * client as there can be, so that what is measured is the server.
 */
final class HttpLoop implements AutoCloseable {
  private static final int TIMEOUT_MS = 60_000;
  private static final int OK = 200;
  private static final int THROTTLED = 429;

  private final Clock clock;
  private final Socket socket;
  private final OutputStream out;
  private final InputStream in;
  private final byte[] request;

  HttpLoop(Clock clock, URI target, String body) throws IOException {
    this.clock = clock;
    this.socket = new Socket(target.getHost(), target.getPort());
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(TIMEOUT_MS);
    this.out = socket.getOutputStream();
    this.in = new BufferedInputStream(socket.getInputStream());
    this.request =
        "POST %s HTTP/1.1\r\nHost: %s:%d\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(target.getPath(), target.getHost(), target.getPort(), body.length(), body)
            .getBytes(StandardCharsets.US_ASCII);
  }

  /** The round trip in ns of one request; anything but a 200 is an error. */
  long roundTripNs() throws IOException {
    long start = clock.nanoTime();
    var head = send();
    long took = clock.nanoTime() - start;
    if (head.status() != OK) {
      throw new IOException("answered " + head.text().lines().findFirst().orElse(""));
    }
    return took;
  }

  /** Sends one request, and says whether it was answered by 200; 429 is the other answer. */
  boolean isAdmitted() throws IOException {
    var head = send();
    if (head.status() != OK && head.status() != THROTTLED) {
      throw new IOException("answered " + head.text().lines().findFirst().orElse(""));
    }
    return head.status() == OK;
  }

  private HttpHead send() throws IOException {
    out.write(request);
    var head = HttpHead.read(in);
    in.skipNBytes(head.bodyLength());
    return head;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
