package dev.thaw.gatling;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Where AWS's services are found: at one endpoint that serves them all, or each at AWS's own host.
 *
 * @see <a href="https://docs.aws.amazon.com/general/latest/gr/rande.html">Endpoints</a>
 */
record Endpoints(URI endpoint) {
  private static final Pattern AWS =
      Pattern.compile("https://[a-z0-9-]+(\\.[a-z0-9-]+\\.amazonaws\\.com(?:\\.cn)?)/?");

  Endpoints {
    requireHttp(endpoint);
  }

  /** The URL of that service with that path. */
  URI of(String service, String path) {
    var aws = AWS.matcher(endpoint.toString());
    var base =
        aws.matches()
            ? "https://" + service + aws.group(1)
            : endpoint.toString().replaceFirst("/$", "");
    return URI.create(base + path);
  }

  static URI requireHttp(URI url) {
    boolean isHttp = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
    if (!isHttp || url.getHost() == null) {
      throw new GeneratorException(
          "The endpoint '%s' is not a URL; write for example http://127.0.0.1:4566."
              .formatted(url));
    }
    return url;
  }

  /** Percent-encodes a part of a path. */
  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
  }
}
