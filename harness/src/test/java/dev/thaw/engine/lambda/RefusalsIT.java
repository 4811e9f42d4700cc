package dev.thaw.engine.lambda;

import static dev.thaw.engine.lambda.TestFunctions.ARN;
import static dev.thaw.engine.lambda.TestFunctions.createActive;
import static dev.thaw.engine.lambda.TestFunctions.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.model.CreateFunctionRequest;
import software.amazon.awssdk.services.lambda.model.InvalidParameterValueException;
import software.amazon.awssdk.services.lambda.model.LambdaException;
import software.amazon.awssdk.services.lambda.model.ResourceConflictException;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;
import software.amazon.awssdk.services.lambda.model.State;

/** What Lambda's control plane refuses, and in which words. */
final class RefusalsIT extends LambdaCase {
  @Test
  void refusesWhatItDoesNotKnow() {
    createActive(lambda, "hello");

    assertThatThrownBy(() -> lambda.getFunction(get -> get.functionName("nope")))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageStartingWith("Function not found: " + ARN + "nope (Service: Lambda");
    assertThatThrownBy(() -> lambda.getFunction(get -> get.functionName("hello").qualifier("7")))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageStartingWith("Function not found: " + ARN + "hello:7 (");
    assertThatThrownBy(() -> lambda.getFunction(get -> get.functionName("hello:1").qualifier("2")))
        .isInstanceOf(InvalidParameterValueException.class)
        .hasMessageStartingWith(
            "The derived qualifier from the function name does not match the specified qualifier.");
    assertThatThrownBy(
            () ->
                lambda.getFunction(
                    get ->
                        get.functionName("arn:aws:lambda:us-east-1:111111111111:function:hello")))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageStartingWith(
            "Functions from 'us-east-1' are not reachable in this region ('eu-west-1')");
  }

  @Test
  void refusesTheSameNameTwice() {
    createActive(lambda, "hello");
    assertThatThrownBy(() -> lambda.createFunction(request("hello").build()))
        .isInstanceOf(ResourceConflictException.class)
        .hasMessageStartingWith("Function already exist: hello");
  }

  @Test
  void refusesBadRequestsInAwsWords() {
    refused(request("x").role("r1"), "ValidationException", "Value 'r1' at 'role' failed");
    refused(request("x").timeout(901), "ValidationException", "less than or equal to 900");
    refused(request("x").memorySize(127), "ValidationException", "Value '127' at 'memorySize'");
    refused(
        request("x").runtime("java99"),
        "InvalidParameterValueException",
        "Value java99 at 'runtime' failed to satisfy constraint");
    refused(
        request("x").runtime("python3.12"),
        "InvalidParameterValueException",
        "It runs [java25, java21, java17, java11, provided.al2023, provided.al2]");
    refused(
        request("x").handler(null),
        "InvalidParameterValueException",
        "Runtime and Handler are mandatory parameters");
    refused(
        request("a".repeat(65)),
        "InvalidParameterValueException",
        "Member must have length less than or equal to 64");
    refused(request("x").packageType("Image"), "NotImplemented", "The package type Image");
  }

  @Test
  void refusesBadCode() {
    refused(
        request("x").code(code -> code.zipFile(SdkBytes.fromUtf8String("no zip"))),
        "InvalidParameterValueException",
        "Could not unzip uploaded file. Please check your file, then try to upload again.");
    refused(
        request("x").code(code -> code.s3Bucket("no-such-bucket").s3Key("k")),
        "InvalidParameterValueException",
        "Error occurred while GetObject. S3 Error Code: NoSuchBucket. S3 Error Message: The"
            + " specified bucket does not exist");
    refused(
        request("x").code(code -> code.zipFile(SdkBytes.fromByteArray(new byte[52_428_801]))),
        "RequestEntityTooLargeException",
        "Zipped size must be smaller than 52428800 bytes");
    refused(
        request("x").code(code -> code.zipFile(SdkBytes.fromByteArray(new byte[53_000_000]))),
        "RequestEntityTooLargeException",
        "Request must be smaller than 70167211 bytes for the CreateFunction operation");
  }

  @Test
  void refusesVariablesThatAreReservedOrTooLarge() {
    refused(
        request("x").environment(e -> e.variables(Map.of("AWS_REGION", "r"))),
        "InvalidParameterValueException",
        "Reserved keys used in this request: AWS_REGION");
    // {"K":"xx…"}: 8 characters around the value make 4,096 fit and 4,097 too many.
    refused(
        request("x").environment(e -> e.variables(Map.of("K", "x".repeat(4089)))),
        "InvalidParameterValueException",
        "exceeded the 4KB limit. String measured: {\"K\":\"xxx");
    var fits = request("x").environment(e -> e.variables(Map.of("K", "x".repeat(4088)))).build();
    assertThat(lambda.createFunction(fits).state()).isEqualTo(State.PENDING);
  }

  @Test
  void namesTheOperationThatItLacks() {
    assertThatThrownBy(() -> lambda.listCodeSigningConfigs(list -> {}))
        .isInstanceOfSatisfying(
            LambdaException.class,
            e -> {
              assertThat(e.statusCode()).isEqualTo(501);
              assertThat(e).hasMessageContaining("ListCodeSigningConfigs is not implemented");
            });
  }

  private void refused(CreateFunctionRequest.Builder request, String code, String message) {
    assertThatThrownBy(() -> lambda.createFunction(request.build()))
        .isInstanceOfSatisfying(
            LambdaException.class,
            e -> {
              assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code);
              assertThat(e.awsErrorDetails().errorMessage()).contains(message);
            });
  }
}
