package dev.thaw.experiment.file;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** A group of settings in an experiment file. */
final class Section {
  private final Source source;
  private final String path;
  private final MappingNode node;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  Section(Source source, String path, MappingNode node) {
    this.source = source;
    this.path = path;
    this.node = node;
    node.getValue().forEach(this::add);
  }

  private void add(NodeTuple tuple) {
    if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
      throw source.mistake(tuple.getKeyNode(), "a setting's name must be a single word");
    }
    var entry = new Entry(source, child(key.getValue()), tuple.getValueNode());
    if (entries.put(key.getValue(), entry) != null) {
      throw source.mistake(key, entry.path() + " is given twice");
    }
  }

  private String child(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  /** Refuses any setting that is not among these. */
  Section allowing(String... names) {
    return allowing(List.of(names));
  }

  Section allowing(Collection<String> names) {
    for (var name : entries.keySet()) {
      if (!names.contains(name)) {
        var key = keyNode(name);
        throw source.mistake(
            key,
            "'%s' is not a setting%s; allowed: %s"
                .formatted(name, path.isEmpty() ? "" : " of " + path, String.join(", ", names)));
      }
    }
    return this;
  }

  private ScalarNode keyNode(String name) {
    for (var tuple : node.getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode key && key.getValue().equals(name)) {
        return key;
      }
    }
    throw new IllegalStateException("no setting " + name);
  }

  Optional<Entry> find(String name) {
    return Optional.ofNullable(entries.get(name));
  }

  Entry required(String name) {
    return find(name).orElseThrow(() -> source.mistake(node, child(name) + " is missing"));
  }

  /** All entries by name, in the file's order. */
  Map<String, Entry> entries() {
    return Collections.unmodifiableMap(entries);
  }

  /** A mistake in this section as a whole. */
  ExperimentFileException wrong(String message) {
    return source.mistake(node, (path.isEmpty() ? "" : path + ": ") + message);
  }
}
