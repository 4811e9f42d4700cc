package dev.thaw.experiment.file;

import dev.thaw.invocation.Memory;
import dev.thaw.invocation.Notation;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A value in an experiment file with the path that leads to it, read as one type or refused. */
record Entry(Source source, String path, Node node) {
  private static final Pattern SIZE = Pattern.compile("(\\d{1,9})\\s*(?:MB|MiB)?");
  // Java's own reading takes more: other alphabets' digits, hexadecimals, a d or f at the end.
  private static final Pattern WHOLE = Pattern.compile("[-+]?\\d{1,10}");
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][-+]?\\d{1,4})?");

  /** The value as text. */
  String text() {
    if (node.getTag().equals(Tag.NULL)) {
      throw wrong("has no value; give it one, or leave it out");
    }
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
    var text = text().strip();
    if (WHOLE.matcher(text).matches()) {
      long value = Long.parseLong(text);
      if (value >= min && value <= max) {
        return (int) value;
      }
    }
    throw refused("a whole number from %d to %d".formatted(min, max));
  }

  double number(double min, double max) {
    var text = text().strip();
    if (NUMBER.matcher(text).matches()) {
      double value = Double.parseDouble(text);
      if (value >= min && value <= max) {
        return value;
      }
    }
    throw refusedNumber(min, max);
  }

  private ExperimentFileException refusedNumber(double min, double max) {
    return refused(
        "a number from %s to %s"
            .formatted(
                BigDecimal.valueOf(min).stripTrailingZeros().toPlainString(),
                BigDecimal.valueOf(max).stripTrailingZeros().toPlainString()));
  }

  Duration duration(Duration min, Duration max) {
    try {
      var value = Notation.duration(text());
      if (value.compareTo(min) >= 0 && value.compareTo(max) <= 0) {
        return value;
      }
    } catch (IllegalArgumentException notATime) {
      throw refusedTime(min, max);
    }
    throw refusedTime(min, max);
  }

  /** One or several times with commas between, or a list of them. */
  List<Duration> durations(Duration min, Duration max) {
    if (node instanceof SequenceNode sequence) {
      if (sequence.getValue().isEmpty()) {
        throw wrong("is an empty list; write one time or more, such as '5 min, 10 min'");
      }
      return sequence.getValue().stream()
          .map(element -> new Entry(source, path, element).duration(min, max))
          .toList();
    }
    var times = new ArrayList<Duration>();
    for (var time : text().split(",", -1)) {
      try {
        times.add(Notation.duration(time.strip()));
      } catch (IllegalArgumentException notATime) {
        throw refusedTime(min, max);
      }
    }
    if (times.stream().anyMatch(time -> time.compareTo(min) < 0 || time.compareTo(max) > 0)) {
      throw refusedTime(min, max);
    }
    return times;
  }

  private ExperimentFileException refusedTime(Duration min, Duration max) {
    return refused(
        "a time from %s to %s, such as '500 ms', '10 s', '5 min'"
            .formatted(Notation.time(min), Notation.time(max)));
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
}
