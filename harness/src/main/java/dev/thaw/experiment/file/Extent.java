package dev.thaw.experiment.file;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * How much a document is once each alias has become what it stands for: a few lines of aliases of
 * aliases can be more than any memory holds, or have no end.
 */
final class Extent {
  private static final int MOST_VALUES = 100_000;

  private final Source source;
  private final Set<Node> around = Collections.newSetFromMap(new IdentityHashMap<>());
  private int values;

  private Extent(Source source) {
    this.source = source;
  }

  /** Refuses what has no end, or too many values. */
  static void check(Source source, Node document) {
    new Extent(source).add(document);
  }

  private void add(Node node) {
    if (++values > MOST_VALUES) {
      throw source.mistake(
          node,
          "these are more than %,d values, each alias (*name) counted as what it stands for"
              .formatted(MOST_VALUES));
    }
    if (!around.add(node)) {
      throw source.mistake(node, "an alias (*name) stands within what it stands for");
    }
    if (node instanceof SequenceNode list) {
      list.getValue().forEach(this::add);
    } else if (node instanceof MappingNode group) {
      group
          .getValue()
          .forEach(
              entry -> {
                add(entry.getKeyNode());
                add(entry.getValueNode());
              });
    }
    around.remove(node);
  }
}
