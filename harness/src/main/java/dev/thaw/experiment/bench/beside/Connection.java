package dev.thaw.experiment.bench.beside;

import dev.thaw.experiment.bench.HttpHead;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One connection that sends prepared requests and waits for each answer, opened again where the
 * peer closes it. As little client as there can be, so that what is measured is the server.
 */
final class Connection implements AutoCloseable {
  private static final int TIMEOUT_MS = 60_000;
  private static final int SHOWN = 160;
  private static final int OK = 200;
  private static final int NO_CONTENT = 204;

  private final URI endpoint;
  private @Nullable Socket socket;
  private @Nullable Streams streams;

  private record Streams(InputStream in, OutputStream out) {}

  /** An answer that is not what the work asks for. */
  static final class RefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    RefusedException(String answer) {
      super(answer);
    }
  }

  Connection(URI endpoint) throws IOException {
    this.endpoint = endpoint;
    open();
  }

  private Streams open() throws IOException {
    var opened = new Socket(endpoint.getHost(), endpoint.getPort());
    opened.setTcpNoDelay(true);
    opened.setSoTimeout(TIMEOUT_MS);
    socket = opened;
    streams =
        new Streams(new BufferedInputStream(opened.getInputStream()), opened.getOutputStream());
    return streams;
  }

  /** Sends the request and reads its answer, a success of the endpoint and of its function. */
  void send(byte[] request) throws IOException {
    var open = streams;
    HttpHead head;
    try {
      open = open == null ? open() : open;
      open.out().write(request);
      head = HttpHead.read(open.in());
    } catch (EOFException closedMeanwhile) {
      close();
      open = open();
      open.out().write(request);
      head = HttpHead.read(open.in());
    }
    var body = body(head, open.in());
    if (head.has("connection", "close") || head.startsWith("http/1.0")) {
      close();
    }
    if (head.status() != OK || head.has("x-amz-function-error")) {
      throw new RefusedException(
          "answers %d %s"
              .formatted(head.status(), shown(new String(body, StandardCharsets.UTF_8))));
    }
  }

  private static String shown(String body) {
    var line = body.replaceAll("\\s+", " ");
    return line.substring(0, Math.min(line.length(), SHOWN));
  }

  private static byte[] body(HttpHead head, InputStream in) throws IOException {
    if (head.has("transfer-encoding", "chunked")) {
      return chunks(in);
    }
    if (head.status() == NO_CONTENT) {
      return new byte[0];
    }
    return head.hasLength() ? in.readNBytes(head.bodyLength()) : in.readAllBytes();
  }

  private static byte[] chunks(InputStream in) throws IOException {
    var body = new ByteArrayOutputStream();
    while (true) {
      int size = Integer.parseInt(line(in).toLowerCase(Locale.ROOT), 16);
      body.writeBytes(in.readNBytes(size));
      line(in);
      if (size == 0) {
        return body.toByteArray();
      }
    }
  }

  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the peer closed the connection");
      }
      line.append((char) next);
    }
    return line.toString().strip();
  }

  @Override
  public void close() throws IOException {
    if (socket != null) {
      socket.close();
    }
    socket = null;
    streams = null;
  }
}
