package dev.thaw.engine.dynamodb;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.Tag;

/** Tags by their keys. */
final class Tags {
  private Tags() {}

  static Map<String, String> read(List<Tag> tags) {
    var byKey = new LinkedHashMap<String, String>();
    tags.forEach(tag -> byKey.put(tag.key(), tag.value()));
    return byKey;
  }
}
