package dev.thaw.engine.protocol;

import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.traits.PayloadTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.utils.builder.Buildable;

/** The SDK's model classes by their own field metadata. */
public final class Shapes {
  private Shapes() {}

  /** A member's value, if it was set. */
  public static Optional<Object> value(SdkPojo shape, SdkField<?> field) {
    Object value = field.getValueOrDefault(shape);
    return isUnset(value) ? Optional.empty() : Optional.of(value);
  }

  private static boolean isUnset(@Nullable Object value) {
    return value == null
        || value instanceof SdkAutoConstructList
        || value instanceof SdkAutoConstructMap;
  }

  /** The member of that name, as AWS's model spells it. */
  public static Optional<SdkField<?>> member(SdkPojo shape, String name) {
    for (var field : shape.sdkFields()) {
      if (field.memberName().equals(name)) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }

  /** Sets every member of the target that is set in the source under the same name. */
  public static <T extends SdkPojo> T copy(SdkPojo source, T target) {
    Map<String, SdkField<?>> fields =
        target.sdkFields().stream()
            .collect(Collectors.toMap(SdkField::memberName, Function.identity()));
    for (var field : source.sdkFields()) {
      var same = fields.get(field.memberName());
      if (same != null) {
        value(source, field).ifPresent(value -> same.set(target, value));
      }
    }
    return target;
  }

  static boolean isBody(SdkField<?> field) {
    return field.location() == MarshallLocation.PAYLOAD;
  }

  /** The one member that is the whole body, if the shape has such a one. */
  static Optional<SdkField<?>> wholeBody(SdkPojo shape) {
    for (var field : shape.sdkFields()) {
      if (field.containsTrait(PayloadTrait.class)) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }

  static SdkField<?> element(SdkField<?> list) {
    return list.getRequiredTrait(ListTrait.class).memberFieldInfo();
  }

  static SdkField<?> entry(SdkField<?> map) {
    return map.getRequiredTrait(MapTrait.class).valueFieldInfo();
  }

  static Object build(SdkPojo builder) {
    return ((Buildable) builder).build();
  }

  /** Whether the SDK's model has an operation's request of that class name. */
  static boolean isRequest(String className) {
    try {
      var type = Class.forName(className, false, Shapes.class.getClassLoader());
      return SdkRequest.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers());
    } catch (ClassNotFoundException none) {
      return false;
    }
  }
}
