package dev.thaw.experiment.file;

import java.io.StringReader;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** The text that an experiment comes from, and which of its values came from the command line. */
final class Source {
  private final String name;
  private final IdentityHashMap<Node, String> overrides = new IdentityHashMap<>();

  Source(String name) {
    this.name = name;
  }

  /** The text as a tree of YAML nodes. */
  MappingNode compose(String text) {
    if (node(text, name) instanceof MappingNode mapping) {
      Extent.check(this, mapping);
      return mapping;
    }
    throw new ExperimentFileException(
        name + ": is not an experiment; it needs at least 'name', 'variants' and 'phases'");
  }

  /** The value of a {@code --set path=value}. */
  Node override(String option, String value) {
    var node = node(value.isBlank() ? "''" : value, option);
    if (node == null) {
      throw new ExperimentFileException(option + ": has no value");
    }
    overrides.put(node, option);
    Extent.check(this, node);
    return node;
  }

  /** A mistake at a node, with the place where its author finds it. */
  ExperimentFileException mistake(Node node, String message) {
    var option = overrides.get(node);
    return new ExperimentFileException(
        option != null
            ? option + ": " + message
            : "%s, line %d: %s".formatted(name, node.getStartMark().getLine() + 1, message));
  }

  private static @Nullable Node node(String text, String name) {
    var settings = new LoaderOptions();
    settings.setCodePointLimit(1 << 20);
    try {
      return new Yaml(settings).compose(new StringReader(text));
    } catch (MarkedYAMLException e) {
      var mark = e.getProblemMark();
      throw new ExperimentFileException(
          "%s, line %d: is not YAML: %s"
              .formatted(name, mark == null ? 1 : mark.getLine() + 1, e.getProblem()));
    } catch (YAMLException e) {
      // Too long, too deep, or with characters that no YAML has: no line is told.
      throw new ExperimentFileException("%s: is not YAML: %s".formatted(name, e.getMessage()));
    }
  }
}
