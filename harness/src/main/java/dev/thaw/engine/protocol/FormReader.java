package dev.thaw.engine.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;

/** Reads the Query protocol's dotted form fields into the SDK's builders. */
final class FormReader {
  // In the order of its names, so that it is quick to tell whether some begin in a certain way.
  private final NavigableMap<String, List<String>> form;
  private final Optional<FlatNames> names;

  FormReader(Map<String, List<String>> form, Optional<FlatNames> names) {
    this.form = new TreeMap<>(form);
    this.names = names;
  }

  void fill(String prefix, SdkPojo builder) {
    for (var field : builder.sdkFields()) {
      var name = name(field.locationName());
      value(prefix + name, field).ifPresent(value -> field.set(builder, value));
    }
  }

  private String name(String member) {
    return names.map(flat -> flat.of(member, text("Action").orElse(""))).orElse(member);
  }

  private Optional<Object> value(String key, SdkField<?> field) {
    var type = field.marshallingType();
    if (type == MarshallingType.LIST) {
      return list(key, field);
    }
    if (type == MarshallingType.MAP) {
      return map(key, field);
    }
    if (type == MarshallingType.SDK_POJO) {
      return structure(key, field);
    }
    return text(key).map(text -> Scalars.read(field, text, Format.ISO_8601));
  }

  private Optional<Object> structure(String key, SdkField<?> field) {
    if (!isPresent(key)) {
      return Optional.empty();
    }
    var builder = field.constructor().get();
    fill(key + ".", builder);
    return Optional.of(Shapes.build(builder));
  }

  private Optional<Object> list(String key, SdkField<?> field) {
    var trait = field.getRequiredTrait(ListTrait.class);
    var inner = trait.memberLocationName() == null ? "member" : trait.memberLocationName();
    var isFlat = names.isPresent() || trait.isFlattened();
    var prefix = isFlat ? key + "." : key + "." + inner + ".";
    var list = new ArrayList<>();
    for (int i = 1; isPresent(prefix + i); i++) {
      value(prefix + i, Shapes.element(field)).ifPresent(list::add);
    }
    return list.isEmpty() ? Optional.empty() : Optional.of(list);
  }

  private Optional<Object> map(String key, SdkField<?> field) {
    var trait = field.getRequiredTrait(MapTrait.class);
    var prefix = names.isPresent() || trait.isFlattened() ? key + "." : key + ".entry.";
    var keyName = names.isPresent() ? FlatNames.KEY : trait.keyLocationName();
    var valueName = names.isPresent() ? FlatNames.VALUE : trait.valueLocationName();
    var map = new LinkedHashMap<String, Object>();
    for (int i = 1; isPresent(prefix + i); i++) {
      var entry = prefix + i + ".";
      var name = text(entry + keyName).orElse("");
      value(entry + valueName, Shapes.entry(field)).ifPresent(value -> map.put(name, value));
    }
    return map.isEmpty() ? Optional.empty() : Optional.of(map);
  }

  private Optional<String> text(String key) {
    return Optional.ofNullable(form.get(key)).map(values -> values.get(0));
  }

  private boolean isPresent(String key) {
    var inside = form.ceilingKey(key + ".");
    return form.containsKey(key) || (inside != null && inside.startsWith(key + "."));
  }
}
