package dev.thaw.experiment.file;

import java.util.List;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * One {@code --set path=value}: a setting by its path ({@code phases.cold.cycles}) and its value.
 */
record SetOption(Source source, String option, List<String> path, Node value) {

  static SetOption parse(Source source, String text) {
    var option = "--set " + text;
    int equals = text.indexOf('=');
    if (equals < 1) {
      throw new ExperimentFileException(
          option + ": write path=value, for example --set phases.cold.cycles=5");
    }
    var path = List.of(text.substring(0, equals).strip().split("\\.", -1));
    return new SetOption(source, option, path, source.override(option, text.substring(equals + 1)));
  }

  /** Replaces the setting, or adds it; the reader then judges whether it may stand there. */
  void applyTo(MappingNode root) {
    var section = root;
    for (var name : path.subList(0, path.size() - 1)) {
      section = child(section, name);
    }
    put(section, path.get(path.size() - 1));
  }

  private MappingNode child(MappingNode section, String name) {
    for (var tuple : section.getValue()) {
      if (isNamed(tuple, name) && tuple.getValueNode() instanceof MappingNode mapping) {
        return mapping;
      }
    }
    throw new ExperimentFileException(
        "%s: there is no group of settings '%s'; there is: %s"
            .formatted(option, name, String.join(", ", names(section))));
  }

  private static List<String> names(MappingNode section) {
    return section.getValue().stream()
        .map(tuple -> tuple.getKeyNode() instanceof ScalarNode key ? key.getValue() : "?")
        .toList();
  }

  private void put(MappingNode section, String name) {
    var tuples = section.getValue();
    for (int i = 0; i < tuples.size(); i++) {
      if (isNamed(tuples.get(i), name)) {
        tuples.set(i, new NodeTuple(tuples.get(i).getKeyNode(), value));
        return;
      }
    }
    var key = source.override(option, "'" + name.replace("'", "''") + "'");
    tuples.add(new NodeTuple(key, value));
  }

  private static boolean isNamed(NodeTuple tuple, String name) {
    return tuple.getKeyNode() instanceof ScalarNode key && key.getValue().equals(name);
  }
}
