package dev.thaw.engine.protocol;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkPojo;

/**
 * What AWS checks of an operation's request before the operation itself runs: a table of
 * constraints whose violations are told all at once, in AWS's words.
 */
public final class Constraints {
  public static final Constraints NONE = new Constraints(List.of(), List.of());

  private final List<Constraint> all;
  private final List<Consumer<SdkPojo>> refusals;

  private Constraints(List<Constraint> all, List<Consumer<SdkPojo>> refusals) {
    this.all = all;
    this.refusals = refusals;
  }

  public static Constraints of(Constraint... all) {
    return new Constraints(List.of(all), List.of());
  }

  /** These, then those. */
  public Constraints and(Constraints others) {
    return new Constraints(
        Stream.concat(all.stream(), others.all.stream()).toList(),
        Stream.concat(refusals.stream(), others.refusals.stream()).toList());
  }

  /** The same with what this engine refuses, and AWS does not, behind it. */
  Constraints with(Consumer<SdkPojo> refusal) {
    return new Constraints(all, Stream.concat(refusals.stream(), Stream.of(refusal)).toList());
  }

  /** The same with what this engine refuses of others. */
  Constraints withRefusals(Constraints others) {
    return new Constraints(all, others.refusals);
  }

  public void check(SdkPojo request) {
    var violations = all.stream().flatMap(each -> each.violations(request)).toList();
    if (!violations.isEmpty()) {
      var errors = violations.size() == 1 ? " validation error" : " validation errors";
      throw new AwsException(
          CommonError.VALIDATION,
          violations.size() + errors + " detected: " + String.join("; ", violations));
    }
    refusals.forEach(refusal -> refusal.accept(request));
  }
}
