package dev.thaw.engine.s3;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.thaw.engine.protocol.WireRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Decodes {@code aws-chunked} bodies, signed or not; trailers become headers. See
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html.
 */
final class AwsChunked {
  private static final String CODING = "aws-chunked";
  private static final String DECODED_LENGTH = "x-amz-decoded-content-length";

  private final byte[] body;
  private int position;

  private AwsChunked(byte[] body) {
    this.body = body;
  }

  static boolean isUsed(WireRequest wire) {
    var encoding = wire.header(HttpHeaderNames.CONTENT_ENCODING).orElse("");
    var content = wire.header("x-amz-content-sha256").orElse("");
    return encoding.contains(CODING) || content.startsWith("STREAMING-");
  }

  static WireRequest decode(WireRequest wire) {
    if (wire.body().length == 0) {
      return wire;
    }
    var headers = wire.headers().copy();
    headers.remove(HttpHeaderNames.CONTENT_LENGTH);
    withoutCoding(headers);
    var content = new AwsChunked(wire.body()).content(headers);
    var announced = wire.header(DECODED_LENGTH);
    if (announced.stream().anyMatch(length -> !length.equals(String.valueOf(content.length)))) {
      throw S3Error.INCOMPLETE_BODY.exception();
    }
    return new WireRequest(
        wire.method(), wire.path(), wire.rawQuery(), wire.query(), headers, content);
  }

  private static void withoutCoding(HttpHeaders headers) {
    var rest =
        headers.getAll(HttpHeaderNames.CONTENT_ENCODING).stream()
            .flatMap(line -> Arrays.stream(line.split(",")))
            .map(String::strip)
            .filter(coding -> !coding.isEmpty() && !coding.equals(CODING))
            .collect(Collectors.joining(","));
    if (rest.isEmpty()) {
      headers.remove(HttpHeaderNames.CONTENT_ENCODING);
    } else {
      headers.set(HttpHeaderNames.CONTENT_ENCODING, rest);
    }
  }

  private byte[] content(HttpHeaders headers) {
    var content = new ByteArrayOutputStream(body.length);
    for (int size = size(line()); size != 0; size = size(line())) {
      if (size < 0 || size > body.length - position) {
        throw S3Error.INCOMPLETE_BODY.exception();
      }
      content.write(body, position, size);
      position += size;
      if (!line().isEmpty()) {
        throw S3Error.INCOMPLETE_BODY.exception();
      }
    }
    while (position < body.length) {
      trailer(line(), headers);
    }
    return content.toByteArray();
  }

  /** A chunk begins with its size in hexadecimal, perhaps followed by its signature. */
  private static int size(String line) {
    try {
      return Integer.parseInt(line.split(";", 2)[0].strip(), 16);
    } catch (NumberFormatException e) {
      throw S3Error.INCOMPLETE_BODY.exception();
    }
  }

  private static void trailer(String line, HttpHeaders headers) {
    var colon = line.indexOf(':');
    if (line.isEmpty()) {
      return;
    }
    try {
      headers.set(line.substring(0, Math.max(0, colon)), line.substring(colon + 1).strip());
    } catch (IllegalArgumentException noHeader) {
      throw S3Error.MALFORMED_TRAILER.exception();
    }
  }

  private String line() {
    var start = position;
    while (position < body.length && body[position] != '\n') {
      position++;
    }
    var line = new String(body, start, position - start, ISO_8859_1);
    position++;
    return line.strip();
  }
}
