package dev.thaw.engine.protocol;

import java.util.List;
import software.amazon.awssdk.core.SdkPojo;

/** Refuses members that an operation would store and then ignore. */
public final class Unsupported {
  private static final List<Object> HARMLESS = List.of(List.of(), false, "");

  private Unsupported() {}

  /** Refuses a request in which one of those members is set to more than nothing. */
  public static void refuse(SdkPojo request, String... members) {
    for (var name : members) {
      var field =
          Shapes.member(request, name)
              .orElseThrow(() -> new IllegalStateException("no member " + name + " here"));
      var value = Shapes.value(request, field);
      if (value.isPresent() && !HARMLESS.contains(value.orElseThrow())) {
        throw CommonError.notImplemented("The member " + name);
      }
    }
  }
}
