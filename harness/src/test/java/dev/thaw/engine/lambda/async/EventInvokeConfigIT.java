package dev.thaw.engine.lambda.async;

import static dev.thaw.engine.lambda.TestFunctions.ARN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thaw.engine.lambda.LambdaCase;
import dev.thaw.engine.lambda.TestFunctions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lambda.model.InvalidParameterValueException;
import software.amazon.awssdk.services.lambda.model.LambdaException;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

/** A6 of what was recorded from AWS, and test_lambda_eventinvokeconfig_*, 2025-11-25. */
final class EventInvokeConfigIT extends LambdaCase {
  private static final String QUEUE = "arn:aws:sqs:eu-west-1:111111111111:q";

  @BeforeEach
  void start() {
    TestFunctions.createActive(lambda, "f");
  }

  private void sendTo(@Nullable String onSuccess, @Nullable String onFailure) {
    lambda.putFunctionEventInvokeConfig(
        put ->
            put.functionName("f")
                .destinationConfig(
                    to ->
                        to.onSuccess(success -> success.destination(onSuccess))
                            .onFailure(failure -> failure.destination(onFailure))));
  }

  @Test
  void putAnswersWhatIsSetAndBothDestinations() {
    var put =
        lambda.putFunctionEventInvokeConfig(it -> it.functionName("f").maximumRetryAttempts(1));

    assertThat(put.functionArn()).isEqualTo(ARN + "f:$LATEST");
    assertThat(put.maximumRetryAttempts()).isEqualTo(1);
    assertThat(put.maximumEventAgeInSeconds()).isNull();
    assertThat(put.destinationConfig().onSuccess().destination()).isNull();
    assertThat(put.destinationConfig().onFailure().destination()).isNull();
    assertThat(put.lastModified()).isNotNull();
  }

  @Test
  void putReplacesAndUpdateMerges() {
    lambda.putFunctionEventInvokeConfig(it -> it.functionName("f").maximumRetryAttempts(1));
    var updated =
        lambda.updateFunctionEventInvokeConfig(
            it -> it.functionName("f").maximumEventAgeInSeconds(60));
    assertThat(updated.maximumRetryAttempts()).isEqualTo(1);
    assertThat(updated.maximumEventAgeInSeconds()).isEqualTo(60);

    sendTo(null, QUEUE);

    var replaced = lambda.getFunctionEventInvokeConfig(get -> get.functionName("f"));
    assertThat(replaced.maximumRetryAttempts()).isNull();
    assertThat(replaced.maximumEventAgeInSeconds()).isNull();
    assertThat(replaced.destinationConfig().onFailure().destination()).isEqualTo(QUEUE);
    assertThat(
            lambda
                .listFunctionEventInvokeConfigs(list -> list.functionName("f"))
                .functionEventInvokeConfigs())
        .hasSize(1);
  }

  @Test
  void aConfigThatIsNotThereIsNamedWithItsQualifier() {
    var missing = "The function " + ARN + "f:$LATEST doesn't have an EventInvokeConfig";

    assertThatThrownBy(() -> lambda.getFunctionEventInvokeConfig(get -> get.functionName("f")))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageContaining(missing);
    assertThatThrownBy(
            () -> lambda.deleteFunctionEventInvokeConfig(delete -> delete.functionName("f")))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageContaining(missing);
    assertThatThrownBy(
            () ->
                lambda.updateFunctionEventInvokeConfig(
                    update -> update.functionName("f").maximumRetryAttempts(0)))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageContaining(missing);
  }

  @Test
  void aDeletedConfigAndADeletedFunctionsConfigAreGone() {
    sendTo(QUEUE, null);
    lambda.deleteFunctionEventInvokeConfig(delete -> delete.functionName("f"));
    assertThatThrownBy(() -> lambda.getFunctionEventInvokeConfig(get -> get.functionName("f")))
        .isInstanceOf(ResourceNotFoundException.class);

    sendTo(QUEUE, null);
    lambda.deleteFunction(delete -> delete.functionName("f"));
    TestFunctions.createActive(lambda, "f");
    assertThatThrownBy(() -> lambda.getFunctionEventInvokeConfig(get -> get.functionName("f")))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void somethingMustBeSet() {
    assertThatThrownBy(() -> lambda.putFunctionEventInvokeConfig(put -> put.functionName("f")))
        .isInstanceOf(InvalidParameterValueException.class)
        .hasMessageContaining(
            "You must specify at least one of error handling or destination setting.");
  }

  @Test
  void theFunctionMustExist() {
    assertThatThrownBy(
            () ->
                lambda.putFunctionEventInvokeConfig(
                    put -> put.functionName("none").maximumRetryAttempts(1)))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageContaining("The function doesn't exist.");
    assertThatThrownBy(
            () ->
                lambda.putFunctionEventInvokeConfig(
                    put -> put.functionName("f").qualifier("none").maximumRetryAttempts(1)))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageContaining("The function doesn't exist.");
  }

  @Test
  void valuesOutOfRangeAreRefused() {
    assertThatThrownBy(
            () ->
                lambda.putFunctionEventInvokeConfig(
                    put -> put.functionName("f").maximumRetryAttempts(3)))
        .hasMessageContaining(
            "1 validation error detected: Value '3' at 'maximumRetryAttempts' failed to satisfy"
                + " constraint: Member must have value less than or equal to 2");
    assertThatThrownBy(
            () ->
                lambda.putFunctionEventInvokeConfig(
                    put -> put.functionName("f").maximumEventAgeInSeconds(59)))
        .hasMessageContaining("Member must have value greater than or equal to 60");
  }

  @Test
  void destinationsAreChecked() {
    assertThatThrownBy(() -> sendTo(ARN + "none", null))
        .isInstanceOf(InvalidParameterValueException.class)
        .hasMessageContaining("The destination ARN " + ARN + "none is invalid.");
    assertThatThrownBy(() -> sendTo(ARN + "f", null))
        .isInstanceOf(InvalidParameterValueException.class)
        .hasMessageContaining("You can't specify the function as a destination for itself.");
    assertThatThrownBy(() -> sendTo("arn:aws:s3:::bucket", null))
        .isInstanceOf(InvalidParameterValueException.class)
        .hasMessageContaining(
            "The provided destination config"
                + " DestinationConfig(onSuccess=OnSuccess(destination=arn:aws:s3:::bucket),"
                + " onFailure=null) is invalid.");
    assertThatThrownBy(() -> sendTo(null, "nonsense"))
        .isInstanceOf(LambdaException.class)
        .hasMessageContaining(
            "Value 'nonsense' at 'destinationConfig.onFailure.destination' failed to satisfy"
                + " constraint: Member must satisfy regular expression pattern:");
  }

  @Test
  void destinationsThatThisEngineLacksAreNamed() {
    assertThatThrownBy(() -> sendTo("arn:aws:sns:eu-west-1:111111111111:topic", null))
        .hasMessageContaining("An SNS topic as a destination is not implemented");
    assertThatThrownBy(() -> sendTo("arn:aws:events:eu-west-1:111111111111:event-bus/other", null))
        .hasMessageContaining("An event bus other than the default one");
  }
}
