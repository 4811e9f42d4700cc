package dev.thaw.engine.protocol;

import static dev.thaw.engine.protocol.Constraint.atLeast;
import static dev.thaw.engine.protocol.Constraint.atMost;
import static dev.thaw.engine.protocol.Constraint.eachOneOf;
import static dev.thaw.engine.protocol.Constraint.longest;
import static dev.thaw.engine.protocol.Constraint.oneOf;
import static dev.thaw.engine.protocol.Constraint.pattern;
import static dev.thaw.engine.protocol.Constraint.required;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lambda.model.CreateFunctionRequest;

/** AWS's texts, the second to fourth as recorded 2026-01-12 (test_create_lambda_exceptions). */
final class ConstraintsTest {
  private static final Constraints TABLE =
      Constraints.of(
          required("Role"),
          pattern("Role", "arn:.*"),
          atLeast("Timeout", 1),
          atMost("Timeout", 900),
          longest("Architectures", 1),
          eachOneOf("Architectures", List.of("x86_64", "arm64")),
          oneOf("PackageType", List.of("Zip", "Image")),
          atLeast("EphemeralStorage.Size", 512));

  private static CreateFunctionRequest.Builder valid() {
    return CreateFunctionRequest.builder().role("arn:x");
  }

  private static void refused(CreateFunctionRequest.Builder request, String message) {
    assertThatThrownBy(() -> TABLE.check(request.build()))
        .isInstanceOfSatisfying(
            AwsException.class, e -> assertThat(e.code()).isEqualTo("ValidationException"))
        .hasMessage(message);
  }

  @Test
  void saysWhatIsWrongInAwsWords() {
    refused(
        valid().timeout(0),
        "1 validation error detected: Value '0' at 'timeout' failed to satisfy constraint: Member"
            + " must have value greater than or equal to 1");
    refused(
        valid().role("r1"),
        "1 validation error detected: Value 'r1' at 'role' failed to satisfy constraint: Member"
            + " must satisfy regular expression pattern: arn:.*");
    refused(
        valid().architecturesWithStrings("x86_64", "arm64"),
        "1 validation error detected: Value '[x86_64, arm64]' at 'architectures' failed to satisfy"
            + " constraint: Member must have length less than or equal to 1");
    refused(
        valid().architecturesWithStrings("X86_64"),
        "1 validation error detected: Value '[X86_64]' at 'architectures' failed to satisfy"
            + " constraint: Member must satisfy constraint: [Member must satisfy enum value set:"
            + " [x86_64, arm64], Member must not be null]");
    refused(
        valid().packageType("Tar"),
        "1 validation error detected: Value 'Tar' at 'packageType' failed to satisfy constraint:"
            + " Member must satisfy enum value set: [Zip, Image]");
    refused(
        valid().ephemeralStorage(storage -> storage.size(1)),
        "1 validation error detected: Value '1' at 'ephemeralStorage.size' failed to satisfy"
            + " constraint: Member must have value greater than or equal to 512");
  }

  @Test
  void tellsAllViolationsAtOnce() {
    refused(
        CreateFunctionRequest.builder().timeout(901),
        "2 validation errors detected: Value null at 'role' failed to satisfy constraint: Member"
            + " must not be null; Value '901' at 'timeout' failed to satisfy constraint: Member"
            + " must have value less than or equal to 900");
  }

  @Test
  void letsPassWhatIsInRangeOrAbsent() {
    assertThatCode(() -> TABLE.check(valid().timeout(900).build())).doesNotThrowAnyException();
    assertThatCode(() -> TABLE.check(valid().build())).doesNotThrowAnyException();
  }
}
