package dev.thaw.engine.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A URI pattern in AWS's notation: {@code /2015-03-31/functions/{FunctionName}/invocations}, where
 * {@code {Key+}} at the end takes the rest, slashes and all, and {@code ?list-type} asks for that
 * query parameter.
 */
public final class UriPattern {
  private final List<String> segments;
  private final Optional<String> parameter;

  public UriPattern(String text) {
    var parts = text.split("\\?", 2);
    this.segments = segments(parts[0]);
    this.parameter = parts.length == 2 ? Optional.of(parts[1].split("=", 2)[0]) : Optional.empty();
  }

  /** The path's named parts, decoded, if the request fits. */
  Optional<Map<String, String>> match(WireRequest wire, List<String> path) {
    if (parameter.isPresent() && !wire.query().containsKey(parameter.orElseThrow())) {
      return Optional.empty();
    }
    return fits(path);
  }

  /** The named parts of a percent-encoded path that fits, whatever the rest of its request is. */
  public Optional<Map<String, String>> match(String path) {
    return fits(segments(path));
  }

  private Optional<Map<String, String>> fits(List<String> path) {
    var greedy = !segments.isEmpty() && isGreedy(segments.get(segments.size() - 1));
    if (greedy ? path.size() < segments.size() : path.size() != segments.size()) {
      return Optional.empty();
    }
    return labels(path);
  }

  private Optional<Map<String, String>> labels(List<String> path) {
    var labels = new LinkedHashMap<String, String>();
    for (int i = 0; i < segments.size(); i++) {
      var segment = segments.get(i);
      if (isGreedy(segment)) {
        labels.put(name(segment, "+}"), decode(String.join("/", path.subList(i, path.size()))));
      } else if (segment.startsWith("{")) {
        labels.put(name(segment, "}"), decode(path.get(i)));
      } else if (!segment.equals(path.get(i))) {
        return Optional.empty();
      }
    }
    return labels.containsValue("") ? Optional.empty() : Optional.of(labels);
  }

  /** A path's segments; a trailing slash makes no further segment, except behind another one. */
  static List<String> segments(String path) {
    var segments = new ArrayList<String>(List.of(path.split("/", -1)));
    segments.remove(0);
    if (segments.size() == 1 && segments.get(0).isEmpty()) {
      segments.clear();
    }
    return segments;
  }

  private static boolean isGreedy(String segment) {
    return segment.endsWith("+}");
  }

  private static String name(String segment, String end) {
    return segment.substring(1, segment.length() - end.length());
  }

  private static String decode(String text) {
    try {
      // A plus sign stands for itself in a path, unlike in a form.
      return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
    } catch (IllegalArgumentException e) {
      throw CommonError.malformed("The path is not percent-encoded: " + text);
    }
  }
}
