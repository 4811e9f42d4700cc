package dev.thaw.experiment.file;

import dev.thaw.invocation.Memory;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A value in an experiment file with the path that leads to it, read as one type or refused. */
record Entry(Source source, String path, Node node) {
  private static final Pattern TIME = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(ms|s|min|h)");
  private static final Pattern SIZE = Pattern.compile("(\\d{1,9})\\s*(?:MB|MiB)?");

  /** The value as text. */
  String text() {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw wrong("is a %s where one value is expected".formatted(kind()));
  }

  /** The value as text that is not blank. */
  String name() {
    var text = text();
    if (text.isBlank()) {
      throw wrong("must not be empty");
    }
    return text;
  }

  int integer(int min, int max) {
    try {
      int value = Integer.parseInt(text().strip());
      if (value >= min && value <= max) {
        return value;
      }
    } catch (NumberFormatException notANumber) {
      throw refused("a whole number from %d to %d".formatted(min, max));
    }
    throw refused("a whole number from %d to %d".formatted(min, max));
  }

  Duration duration(Duration min, Duration max) {
    var matcher = TIME.matcher(text().strip().toLowerCase(Locale.ROOT));
    if (matcher.matches()) {
      double unit =
          switch (matcher.group(2)) {
            case "ms" -> 1e6;
            case "s" -> 1e9;
            case "min" -> 60e9;
            default -> 3600e9;
          };
      var value = Duration.ofNanos(Math.round(Double.parseDouble(matcher.group(1)) * unit));
      if (value.compareTo(min) >= 0 && value.compareTo(max) <= 0) {
        return value;
      }
    }
    throw refused(
        "a time from %s to %s, such as '500 ms', '10 s', '5 min'"
            .formatted(words(min), words(max)));
  }

  Memory memory() {
    var matcher = SIZE.matcher(text().strip());
    if (!matcher.matches()) {
      throw refused("a memory size such as '512 MB'");
    }
    try {
      return new Memory(Integer.parseInt(matcher.group(1)));
    } catch (IllegalArgumentException e) {
      throw wrong("is refused: " + e.getMessage());
    }
  }

  String oneOf(List<String> allowed) {
    var text = text();
    if (!allowed.contains(text)) {
      throw refused("one of " + String.join(", ", allowed));
    }
    return text;
  }

  /** This entry's own name, which complains in its own words. */
  String checked(String key, Function<String, String> check) {
    try {
      return check.apply(key);
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
  }

  /** The value as something that has its own text form and complains in its own words. */
  <T> T parsed(Function<String, T> parser) {
    try {
      return parser.apply(text());
    } catch (IllegalArgumentException e) {
      throw wrong("is refused: " + e.getMessage());
    }
  }

  /** The value as a mapping. */
  Section section() {
    if (node instanceof MappingNode mapping) {
      return new Section(source, path, mapping);
    }
    if (node.getTag().equals(Tag.NULL)) {
      return new Section(
          source, path, new MappingNode(Tag.MAP, List.of(), DumperOptions.FlowStyle.BLOCK));
    }
    throw wrong(
        "is %s where settings are expected (key: value, indented below)"
            .formatted(node.getNodeId() == NodeId.scalar ? "one value" : "a list"));
  }

  private ExperimentFileException refused(String allowed) {
    return wrong("'%s' is not %s".formatted(text(), allowed));
  }

  /** A mistake at this place. */
  ExperimentFileException wrong(String message) {
    return source.mistake(node, path + ": " + message);
  }

  private String kind() {
    return node.getNodeId() == NodeId.mapping ? "group of settings" : "list";
  }

  private static String words(Duration duration) {
    if (duration.toMillis() < 1000) {
      return duration.toMillis() + " ms";
    }
    return duration.toSeconds() % 60 == 0 && duration.toSeconds() > 60
        ? duration.toMinutes() + " min"
        : duration.toSeconds() + " s";
  }
}
