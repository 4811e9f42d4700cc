package dev.thaw.engine.apigateway.route;

import dev.thaw.engine.protocol.UriPattern;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A method and a path with variables, such as {@code GET /pets/{id}} or {@code ANY /{proxy+}}; the
 * more of a path a route spells out, the earlier it is tried.
 *
 * @see <a href=
 *     "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html">
 *     Routes for HTTP APIs</a>
 */
public record RoutePattern(String method, String path, UriPattern pattern)
    implements Comparable<RoutePattern> {
  private static final String ANY = "ANY";

  private static final Comparator<RoutePattern> MOST_SPECIFIC_FIRST =
      Comparator.comparing(RoutePattern::isGreedy)
          .thenComparing(RoutePattern::variables)
          .thenComparing(route -> -route.path().length())
          .thenComparing(route -> route.method().equals(ANY))
          .thenComparing(RoutePattern::path);

  /** A route of that method, or of {@code ANY}. */
  public static RoutePattern of(String method, String path) {
    return new RoutePattern(method, path, new UriPattern(path));
  }

  /** The path's variables, if a request of that method and path is meant. */
  public Optional<Map<String, String>> match(String requested, String requestedPath) {
    return method.equals(ANY) || method.equals(requested)
        ? pattern.match(requestedPath)
        : Optional.empty();
  }

  private boolean isGreedy() {
    return path.endsWith("+}");
  }

  private long variables() {
    return List.of(path.split("/", -1)).stream().filter(part -> part.startsWith("{")).count();
  }

  @Override
  public int compareTo(RoutePattern other) {
    return MOST_SPECIFIC_FIRST.compare(this, other);
  }
}
