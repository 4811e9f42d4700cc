package dev.thaw.experiment.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A piece of YAML as JSON. */
final class NodeJson {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private NodeJson() {}

  static JsonNode of(Node node) {
    if (node instanceof MappingNode mapping) {
      var object = NODES.objectNode();
      for (var tuple : mapping.getValue()) {
        var key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
        object.set(key, of(tuple.getValueNode()));
      }
      return object;
    }
    if (node instanceof SequenceNode sequence) {
      var array = NODES.arrayNode();
      sequence.getValue().forEach(element -> array.add(of(element)));
      return array;
    }
    return scalar((ScalarNode) node);
  }

  private static JsonNode scalar(ScalarNode node) {
    if (node.getTag().equals(Tag.INT) || node.getTag().equals(Tag.FLOAT)) {
      return number(node.getValue());
    }
    if (node.getTag().equals(Tag.BOOL)) {
      return NODES.booleanNode(Boolean.parseBoolean(node.getValue()));
    }
    return node.getTag().equals(Tag.NULL) ? NODES.nullNode() : NODES.textNode(node.getValue());
  }

  /** A number if JSON has it; YAML's other notations (octal, underscores) stay text. */
  private static JsonNode number(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return NODES.textNode(text);
    }
  }

  /** What a payload says: settings become a JSON object, text must be JSON already. */
  static String payload(Entry entry) {
    if (!(entry.node() instanceof ScalarNode)) {
      checkNames(entry);
      return of(entry.node()).toString();
    }
    try {
      return JSON.readTree(entry.name()).toString();
    } catch (JsonProcessingException e) {
      throw entry.wrong("'%s' is not JSON".formatted(entry.text()));
    }
  }

  /** JSON has single words for names, each of them once. */
  private static void checkNames(Entry entry) {
    if (entry.node() instanceof MappingNode) {
      entry.section().entries().values().forEach(NodeJson::checkNames);
    } else if (entry.node() instanceof SequenceNode sequence) {
      for (var element : sequence.getValue()) {
        checkNames(new Entry(entry.source(), entry.path(), element));
      }
    }
  }
}
