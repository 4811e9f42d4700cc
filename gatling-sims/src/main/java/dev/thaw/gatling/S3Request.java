package dev.thaw.gatling;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.thaw.invocation.Answer;
import dev.thaw.load.Route;
import java.net.URI;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A PutObject whose key is the prefix and the event's id, addressed in the path.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html">PutObject</a>
 */
record S3Request(URI url) implements RouteRequest {
  private static final Map<String, String> HEADERS = Map.of("Content-Type", "application/json");
  private static final Pattern CODE = Pattern.compile("<Code>([^<]*)</Code>");
  private static final Pattern MESSAGE = Pattern.compile("<Message>([^<]*)</Message>");

  static S3Request of(Route.S3Put route, Endpoints endpoints) {
    var prefix = Endpoints.encode(route.prefix()).replace("%2F", "/");
    return new S3Request(endpoints.of("s3", "/" + Endpoints.encode(route.bucket()) + "/" + prefix));
  }

  @Override
  public String service() {
    return "s3";
  }

  @Override
  public String method() {
    return "PUT";
  }

  @Override
  public Map<String, String> headers() {
    return HEADERS;
  }

  @Override
  public boolean hasPaths() {
    return true;
  }

  /** An id needs no encoding. */
  @Override
  public String path(Event event) {
    return event.id();
  }

  @Override
  public String requestIdHeader() {
    return "x-amz-request-id";
  }

  @Override
  public Answer decode(RawAnswer raw) {
    boolean isStored = raw.status() / 100 == 2;
    return new Answer(
        raw.status(), raw.requestId(), null, null, null, null, isStored ? null : error(raw));
  }

  private static String error(RawAnswer raw) {
    if (raw.error() != null) {
      return raw.error();
    }
    var body = new String(raw.body(), UTF_8);
    return AnswerDecoder.error(raw, first(CODE, body), first(MESSAGE, body));
  }

  private static @Nullable String first(Pattern element, String body) {
    var found = element.matcher(body);
    return found.find() ? found.group(1) : null;
  }
}
