package dev.thaw.engine.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thaw.engine.EngineUnderTest;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.CreateFunctionRequest;
import software.amazon.awssdk.services.lambda.model.CreateFunctionResponse;
import software.amazon.awssdk.services.lambda.model.LambdaException;

/** Functions to try things on, and how an error of Lambda's is looked at. */
public final class TestFunctions {
  public static final String ARN = "arn:aws:lambda:eu-west-1:111111111111:function:";

  private TestFunctions() {}

  public static CreateFunctionRequest.Builder request(String name) {
    return CreateFunctionRequest.builder()
        .functionName(name)
        .runtime("java21")
        .handler("app.Handler::handle")
        .role(EngineUnderTest.ROLE)
        .code(code -> code.zipFile(EngineUnderTest.zip("one")));
  }

  /** Creates a function and waits until it is active. */
  public static CreateFunctionResponse createActive(LambdaClient lambda, String name) {
    return createActive(lambda, request(name).build());
  }

  /** The same with settings of its own. */
  public static CreateFunctionResponse createActive(
      LambdaClient lambda, CreateFunctionRequest request) {
    var created = lambda.createFunction(request);
    lambda.waiter().waitUntilFunctionActiveV2(get -> get.functionName(request.functionName()));
    return created;
  }

  /** Gives {@code $LATEST} another description and waits until that is done. */
  public static void change(LambdaClient lambda, String name, String description) {
    lambda.updateFunctionConfiguration(
        update -> update.functionName(name).description(description));
    lambda.waiter().waitUntilFunctionUpdatedV2(get -> get.functionName(name));
  }

  public static void assertRefused(ThrowingCallable call, int status, String code, String message) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            LambdaException.class,
            e -> {
              var details = e.awsErrorDetails();
              assertThat(
                      "%d %s %s"
                          .formatted(e.statusCode(), details.errorCode(), details.errorMessage()))
                  .isEqualTo("%d %s %s".formatted(status, code, message));
            });
  }
}
