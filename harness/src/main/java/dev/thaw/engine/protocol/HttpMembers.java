package dev.thaw.engine.protocol;

import io.netty.handler.codec.http.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;

/** The members of a shape that travel outside the body: path, query, headers and status. */
final class HttpMembers {
  private HttpMembers() {}

  static void read(WireRequest wire, Map<String, String> labels, SdkPojo builder) {
    for (var field : builder.sdkFields()) {
      value(wire, labels, field).ifPresent(value -> field.set(builder, value));
    }
  }

  private static Optional<Object> value(
      WireRequest wire, Map<String, String> labels, SdkField<?> field) {
    var name = field.locationName();
    return switch (field.location()) {
      case PATH, GREEDY_PATH ->
          Optional.ofNullable(labels.get(name))
              .map(text -> Scalars.read(field, text, Format.ISO_8601));
      case QUERY_PARAM -> query(wire, field);
      case HEADER ->
          field.marshallingType() == MarshallingType.MAP
              ? prefixed(wire.headers(), name)
              : header(wire, field);
      default -> Optional.empty();
    };
  }

  private static Optional<Object> query(WireRequest wire, SdkField<?> field) {
    var name = field.locationName();
    if (field.marshallingType() == MarshallingType.LIST) {
      return Optional.ofNullable(wire.query().get(name));
    }
    return wire.query(name).map(text -> Scalars.read(field, text, Format.ISO_8601));
  }

  private static Optional<Object> header(WireRequest wire, SdkField<?> field) {
    var text = wire.header(field.locationName());
    if (field.marshallingType() == MarshallingType.LIST) {
      return text.map(values -> List.of(values.split(",\\s*")));
    }
    return text.flatMap(value -> scalar(field, value));
  }

  private static Optional<Object> scalar(SdkField<?> field, String value) {
    try {
      return Optional.of(Scalars.read(field, value, Format.RFC_822));
    } catch (AwsException e) {
      if (field.marshallingType() == MarshallingType.INSTANT) {
        // HTTP ignores a header whose date is none: RFC 9110, 13.1.3.
        return Optional.empty();
      }
      throw e;
    }
  }

  private static Optional<Object> prefixed(HttpHeaders headers, String prefix) {
    var map = new LinkedHashMap<String, String>();
    for (var header : headers) {
      var name = header.getKey().toLowerCase(Locale.ROOT);
      if (name.startsWith(prefix.toLowerCase(Locale.ROOT))) {
        map.put(name.substring(prefix.length()), header.getValue());
      }
    }
    return map.isEmpty() ? Optional.empty() : Optional.of(map);
  }

  static void write(SdkPojo shape, HttpHeaders headers) {
    for (var field : shape.sdkFields()) {
      if (field.location() == MarshallLocation.HEADER) {
        Shapes.value(shape, field).ifPresent(value -> header(field, value, headers));
      }
    }
  }

  private static void header(SdkField<?> field, Object value, HttpHeaders headers) {
    var name = field.locationName();
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, text) -> headers.set(name + key, text));
    } else {
      headers.set(name, Scalars.write(field, value, Format.RFC_822));
    }
  }

  /** The status that the shape itself names, or else the operation's own. */
  static int status(SdkPojo shape, int otherwise) {
    for (var field : shape.sdkFields()) {
      if (field.location() == MarshallLocation.STATUS_CODE
          && Shapes.value(shape, field).orElse(0) instanceof Integer status
          && status != 0) {
        return status;
      }
    }
    return otherwise;
  }
}
