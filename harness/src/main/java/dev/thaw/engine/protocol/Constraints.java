package dev.thaw.engine.protocol;

import java.util.List;
import software.amazon.awssdk.core.SdkPojo;

/**
 * What AWS checks of an operation's request before the operation itself runs: a table of
 * constraints whose violations are told all at once, in AWS's words.
 */
public final class Constraints {
  public static final Constraints NONE = new Constraints(List.of());

  private final List<Constraint> all;

  private Constraints(List<Constraint> all) {
    this.all = all;
  }

  public static Constraints of(Constraint... all) {
    return new Constraints(List.of(all));
  }

  public void check(SdkPojo request) {
    var violations = all.stream().flatMap(each -> each.violations(request)).toList();
    if (!violations.isEmpty()) {
      var errors = violations.size() == 1 ? " validation error" : " validation errors";
      throw new AwsException(
          CommonError.VALIDATION,
          violations.size() + errors + " detected: " + String.join("; ", violations));
    }
  }
}
