package dev.thaw.engine.protocol;

import java.util.ArrayList;
import java.util.List;

/** Operations found by method and path; the first that fits, in the order of the table. */
public final class RestTable implements OperationTable {
  private final List<Route> routes;
  private final boolean isTrailingSlashIgnored;

  private record Route(String method, UriPattern pattern, Binding binding) {}

  private RestTable(List<Route> routes, boolean isTrailingSlashIgnored) {
    this.routes = routes;
    this.isTrailingSlashIgnored = isTrailingSlashIgnored;
  }

  /** Where {@code /functions/} is the same as {@code /functions}. */
  public static RestTable empty() {
    return new RestTable(List.of(), true);
  }

  /** Where a trailing slash belongs to the name, as in S3's keys. */
  public static RestTable withSlashesInNames() {
    return new RestTable(List.of(), false);
  }

  public RestTable with(String method, String uri, Binding binding) {
    var more = new ArrayList<>(routes);
    more.add(new Route(method, new UriPattern(uri), binding));
    return new RestTable(List.copyOf(more), isTrailingSlashIgnored);
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
          return new Match(route.binding(), labels.get());
        }
      }
    }
    throw CommonError.notImplemented(wire.method() + " " + wire.path());
  }
}
