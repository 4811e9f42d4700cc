package dev.thaw.engine.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Operations found by method and path; the first that fits, in the order of the table. */
public final class RestTable implements OperationTable {
  private final List<Route> routes;
  private final boolean isTrailingSlashIgnored;
  private final List<Known> known;

  /** An operation that AWS has, whether this table has it or not. */
  private record Known(String name, String method, UriPattern pattern) {}

  private record Route(String method, UriPattern pattern, Binding binding) {}

  private RestTable(List<Route> routes, boolean isTrailingSlashIgnored, List<Known> known) {
    this.routes = routes;
    this.known = known;
    this.isTrailingSlashIgnored = isTrailingSlashIgnored;
  }

  /** Where {@code /functions/} is the same as {@code /functions}. */
  public static RestTable empty() {
    return new RestTable(List.of(), true, List.of());
  }

  /** Where a trailing slash belongs to the name, as in S3's keys. */
  public static RestTable withSlashesInNames() {
    return new RestTable(List.of(), false, List.of());
  }

  public RestTable with(String method, String uri, Binding binding) {
    var more = new ArrayList<>(routes);
    more.add(new Route(method, new UriPattern(uri), binding));
    return new RestTable(List.copyOf(more), isTrailingSlashIgnored, known);
  }

  /**
   * Knows the names of operations that may be missing: lines of name, method and URI, or comments.
   */
  public RestTable knowing(Stream<String> lines) {
    var names =
        lines
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split(" ", 3))
            .map(part -> new Known(part[0], part[1], new UriPattern(part[2])))
            .toList();
    return new RestTable(routes, isTrailingSlashIgnored, names);
  }

  @Override
  public Match find(WireRequest wire) {
    var path = UriPattern.segments(wire.path());
    if (isTrailingSlashIgnored && !path.isEmpty() && path.get(path.size() - 1).isEmpty()) {
      path.remove(path.size() - 1);
    }
    for (var route : routes) {
      if (route.method().equals(wire.method())) {
        var labels = route.pattern().match(wire, path);
        if (labels.isPresent()) {
          return new Match(route.binding(), labels.orElseThrow());
        }
      }
    }
    throw CommonError.notImplemented(name(wire, path));
  }

  private String name(WireRequest wire, List<String> path) {
    return known.stream()
        .filter(operation -> operation.method().equals(wire.method()))
        .filter(operation -> operation.pattern().match(wire, path).isPresent())
        .map(Known::name)
        .findFirst()
        .orElse(wire.method() + " " + wire.path());
  }
}
