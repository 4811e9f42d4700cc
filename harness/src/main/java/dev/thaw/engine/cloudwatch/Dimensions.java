package dev.thaw.engine.cloudwatch;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;

/** Dimensions in CloudWatch's own shape, to and fro. */
final class Dimensions {
  private Dimensions() {}

  static Map<String, String> read(List<Dimension> dimensions) {
    var map = new TreeMap<String, String>();
    dimensions.forEach(dimension -> map.put(dimension.name(), dimension.value()));
    return map;
  }

  static List<Dimension> write(Map<String, String> dimensions) {
    return dimensions.entrySet().stream()
        .map(each -> Dimension.builder().name(each.getKey()).value(each.getValue()).build())
        .toList();
  }
}
