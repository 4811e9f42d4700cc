package dev.thaw.engine.dynamodb;

import dev.thaw.engine.protocol.CommonError;
import dev.thaw.engine.protocol.Shapes;
import software.amazon.awssdk.core.SdkPojo;

/** Members of requests that are refused because the engine would otherwise have to ignore them. */
final class Unsupported {
  private Unsupported() {}

  /** Parameters of before there were expressions. */
  static void checkLegacy(SdkPojo request, String... members) {
    for (var member : members) {
      if (isSet(request, member)) {
        throw CommonError.notImplemented(
            "The legacy parameter " + member + " (instead of which AWS advises expressions)");
      }
    }
  }

  static void check(SdkPojo request, String... members) {
    for (var member : members) {
      if (isSet(request, member)) {
        throw CommonError.notImplemented("The parameter " + member);
      }
    }
  }

  private static boolean isSet(SdkPojo request, String member) {
    return Shapes.member(request, member)
        .flatMap(field -> Shapes.value(request, field))
        .isPresent();
  }
}
