package dev.thaw.engine.protocol;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkPojo;

/** Refuses members that an operation would store and then ignore. */
public final class Unsupported {
  private static final List<Object> HARMLESS = List.of(List.of(), Map.of(), false, "");

  private Unsupported() {}

  /** Refuses a request in which one of those members is set to more than nothing. */
  public static void refuse(SdkPojo request, String... members) {
    first(request, members)
        .ifPresent(
            name -> {
              throw CommonError.notImplemented("The member " + name);
            });
  }

  /** The first of those members that is set to more than nothing. */
  public static Optional<String> first(SdkPojo request, String... members) {
    return Stream.of(members)
        .filter(name -> value(request, name).filter(one -> !HARMLESS.contains(one)).isPresent())
        .findFirst();
  }

  /** Refuses a request in which that member has another value than those. */
  public static void refuseUnless(SdkPojo request, String name, String... known) {
    var value = value(request, name).map(Object::toString);
    if (value.isPresent() && !Set.of(known).contains(value.orElseThrow())) {
      throw CommonError.notImplemented("%s %s".formatted(name, value.orElseThrow()));
    }
  }

  private static Optional<Object> value(SdkPojo request, String name) {
    var field =
        Shapes.member(request, name)
            .orElseThrow(() -> new IllegalStateException("no member " + name + " here"));
    return Shapes.value(request, field);
  }
}
