package dev.thaw.engine.protocol;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.core.SdkPojo;

/** Refuses members that an operation would store and then ignore. */
public final class Unsupported {
  private static final List<Object> HARMLESS = List.of(List.of(), false, "");

  private Unsupported() {}

  /** Refuses a request in which one of those members is set to more than nothing. */
  public static void refuse(SdkPojo request, String... members) {
    for (var name : members) {
      var value = value(request, name);
      if (value.isPresent() && !HARMLESS.contains(value.orElseThrow())) {
        throw CommonError.notImplemented("The member " + name);
      }
    }
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
