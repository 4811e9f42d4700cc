package dev.thaw.experiment.bench;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The head of an HTTP message in lower case, as far as the bench's own sockets need it. */
public record HttpHead(String text) {
  private static final String LENGTH = "content-length:";

  /** Reads up to the empty line; an {@link EOFException} if the peer closed before. */
  public static HttpHead read(InputStream in) throws IOException {
    var head = new ByteArrayOutputStream();
    int newlines = 0;
    while (newlines < 2) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException("the peer closed the connection");
      }
      head.write(next);
      if (next != '\r') {
        newlines = next == '\n' ? newlines + 1 : 0;
      }
    }
    return new HttpHead(head.toString(StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT));
  }

  /** How many bytes of body follow; 0 if the head does not tell. */
  public int bodyLength() {
    int start = text.indexOf(LENGTH);
    return start < 0
        ? 0
        : Integer.parseInt(
            text.substring(start + LENGTH.length(), text.indexOf('\r', start)).strip());
  }

  public boolean startsWith(String start) {
    return text.startsWith(start);
  }

  /** The status of an answer: {@code http/1.1 200 ok}. */
  public int status() {
    int start = text.indexOf(' ') + 1;
    return Integer.parseInt(text.substring(start, start + 3));
  }

  public boolean hasLength() {
    return text.contains("\n" + LENGTH);
  }

  /** Whether a header has exactly that value; both in lower case. */
  public boolean has(String name, String value) {
    return text.contains("\n" + name + ": " + value + "\r");
  }

  /** Whether there is a header of that name, in lower case. */
  public boolean has(String name) {
    return text.contains("\n" + name + ":");
  }
}
