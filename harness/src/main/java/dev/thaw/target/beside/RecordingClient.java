package dev.thaw.target.beside;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Sends nothing, but keeps each request as the SDK has made and signed it, in the bytes of
 * HTTP/1.1. Not thread-safe.
 */
final class RecordingClient implements SdkHttpClient {
  /** A client that waits for leave to send its body would make two round trips of one request. */
  private static final Set<String> LEFT_OUT = lowerCase("Content-Length", "Expect", "Host");

  private final List<byte[]> recorded = new ArrayList<>();

  private static Set<String> lowerCase(String... names) {
    var set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    set.addAll(List.of(names));
    return set;
  }

  /** What the SDK is told of a request that was not sent. */
  private static final class NotSentException extends IOException {
    private static final long serialVersionUID = 1L;

    NotSentException() {
      super("recorded, not sent");
    }
  }

  /** The bytes of the one request that the call makes through this client. */
  byte[] record(Runnable call) {
    recorded.clear();
    try {
      call.run();
    } catch (SdkClientException e) {
      if (!(e.getCause() instanceof NotSentException)) {
        throw e;
      }
    }
    if (recorded.size() != 1) {
      throw new IllegalStateException("the call made " + recorded.size() + " requests");
    }
    return recorded.get(0);
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        recorded.add(bytes(request));
        throw new NotSentException();
      }

      @Override
      public void abort() {
        // Nothing is under way.
      }
    };
  }

  private static byte[] bytes(HttpExecuteRequest request) throws IOException {
    var body = body(request.contentStreamProvider().orElse(null));
    var out = new ByteArrayOutputStream();
    out.writeBytes(head(request.httpRequest(), body.length).getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(body);
    return out.toByteArray();
  }

  private static byte[] body(@Nullable ContentStreamProvider content) {
    if (content == null) {
      return new byte[0];
    }
    try (var stream = content.newStream()) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String head(SdkHttpRequest request, int length) {
    var query = request.encodedQueryParameters().map(text -> "?" + text).orElse("");
    var head =
        new StringBuilder()
            .append(
                "%s %s%s HTTP/1.1\r\n".formatted(request.method(), request.encodedPath(), query))
            .append("Host: %s:%d\r\n".formatted(request.host(), request.port()));
    request.forEachHeader(
        (name, values) -> {
          if (!LEFT_OUT.contains(name)) {
            values.forEach(value -> head.append(name).append(": ").append(value).append("\r\n"));
          }
        });
    return head.append("Content-Length: %d\r\n\r\n".formatted(length)).toString();
  }

  @Override
  public void close() {
    recorded.clear();
  }
}
