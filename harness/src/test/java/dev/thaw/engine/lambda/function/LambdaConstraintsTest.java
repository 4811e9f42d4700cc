package dev.thaw.engine.lambda.function;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.lambda.model.CreateFunctionRequest;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;

/** Names as recorded 2025-11-25: test_function_name_and_qualifier_validation. */
final class LambdaConstraintsTest {
  private static void check(String name, String qualifier) {
    LambdaConstraints.INVOKE.check(
        InvokeRequest.builder().functionName(name).qualifier(qualifier).build());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "my-function!",
        "invalid-account:function:my-function",
        "arn:aws:lambda:invalid-region:111111111111:function:my-function",
        "arn:aws:ec2:us-east-1:111111111111:instance:i-1234567890abcdef0",
        "arn:aws:lambda:us-east-1:111111111111:function:my-function:1:2",
        "function:my-function:$LATEST:extra",
        "arn:aws:lambda::111111111111:function:my-function",
        "arn:aws:lambda:us-east-1::function:my-function",
        "arn:aws:lambda:us-east-1:111111111111:function:my-function:$LATES",
        "arn:aws:lambda:us-east-1:123400000000@function:myfn",
      })
  void refusesNames(String name) {
    assertThatThrownBy(() -> check(name, "1"))
        .hasMessageStartingWith(
            "1 validation error detected: Value '%s' at 'functionName' failed to satisfy constraint:"
                .formatted(name))
        .hasMessageEndingWith(
            "Member must satisfy regular expression pattern: (arn:(aws[a-zA-Z-]*)?:lambda:)?"
                + "((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?"
                + "(function:)?([a-zA-Z0-9-_\\.]+)"
                + "(:(\\$LATEST(\\.PUBLISHED)?|[a-zA-Z0-9-_]+))?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "f",
        "function",
        "f:$LATEST",
        "111111111111:function:f",
        "arn:aws:lambda:us-east-1:111111111111:function:f:live",
        "arn:aws-us-gov:lambda:us-gov-west-1:111111111111:function:f",
      })
  void takesNames(String name) {
    assertThatCode(() -> check(name, "live")).doesNotThrowAnyException();
  }

  @Test
  void refusesQualifiers() {
    assertThatThrownBy(() -> check("f", "invalid!"))
        .hasMessage(
            "1 validation error detected: Value 'invalid!' at 'qualifier' failed to satisfy"
                + " constraint: Member must satisfy regular expression pattern:"
                + " \\$(LATEST(\\.PUBLISHED)?)|[a-zA-Z0-9-_$]+");
    assertThatThrownBy(() -> check("f", "a".repeat(129)))
        .hasMessageEndingWith("Member must have length less than or equal to 128");
  }

  /** A request that is wrong in everything is told so in the order of the constraints. */
  @Test
  void tellsOfAFunctionsSettingsInTheirOrder() {
    var request =
        CreateFunctionRequest.builder()
            .functionName("f")
            .timeout(0)
            .memorySize(1)
            .packageType("Jar")
            .ephemeralStorage(storage -> storage.size(1))
            .loggingConfig(logging -> logging.logFormat("XML"))
            .build();

    assertThatThrownBy(() -> LambdaConstraints.CREATE_FUNCTION.check(request))
        .hasMessageStartingWith("7 validation errors detected: ")
        .hasMessageMatching(
            ".*'role'.*'code'.*'timeout'.*'memorySize'.*'packageType'.*'ephemeralStorage.size'"
                + ".*'loggingConfig.logFormat'.*");
  }
}
