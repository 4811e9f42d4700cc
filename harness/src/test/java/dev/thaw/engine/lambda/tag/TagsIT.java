package dev.thaw.engine.lambda.tag;

import static dev.thaw.engine.lambda.TestFunctions.ARN;
import static dev.thaw.engine.lambda.TestFunctions.assertRefused;
import static dev.thaw.engine.lambda.TestFunctions.createActive;
import static dev.thaw.engine.lambda.TestFunctions.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.engine.lambda.LambdaCase;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tags of functions, as recorded 2025-11-25 in localstack test_lambda_api, TestLambdaTags. */
final class TagsIT extends LambdaCase {
  @BeforeEach
  void start() {
    createActive(lambda, "f");
  }

  private Map<String, String> tags() {
    return lambda.listTags(list -> list.resource(ARN + "f")).tags();
  }

  private static Map<String, String> many(int count) {
    return IntStream.range(0, count)
        .boxed()
        .collect(Collectors.toMap(i -> "key" + i, i -> "value"));
  }

  @Test
  void addsOverwritesAndRemovesTags() {
    assertThat(tags()).isEmpty();
    var answer =
        lambda.tagResource(tag -> tag.resource(ARN + "f").tags(Map.of("A", "a", "B", "b")));
    assertThat(answer.sdkHttpResponse().statusCode()).isEqualTo(204);
    lambda.tagResource(tag -> tag.resource(ARN + "f").tags(Map.of("B", "new")));
    assertThat(tags()).containsOnly(Map.entry("A", "a"), Map.entry("B", "new"));
    assertThat(lambda.getFunction(get -> get.functionName("f")).tags()).isEqualTo(tags());

    lambda.untagResource(untag -> untag.resource(ARN + "f").tagKeys("A", "not there"));
    assertThat(tags()).containsOnly(Map.entry("B", "new"));
    lambda.untagResource(untag -> untag.resource(ARN + "f").tagKeys("B"));
    assertThat(lambda.getFunction(get -> get.functionName("f")).hasTags()).isFalse();
  }

  @Test
  void hasAtMostFiftyTags() {
    var message = "Number of tags exceeds resource tag limit.";
    lambda.tagResource(tag -> tag.resource(ARN + "f").tags(many(50)));
    assertRefused(
        () -> lambda.tagResource(tag -> tag.resource(ARN + "f").tags(Map.of("one", "more"))),
        400,
        "InvalidParameterValueException",
        message);
    assertRefused(
        () -> lambda.createFunction(request("g").tags(many(51)).build()),
        400,
        "InvalidParameterValueException",
        message);
    assertThat(tags()).hasSize(50);
  }

  @Test
  void refusesInAwsWords() {
    assertRefused(
        () -> lambda.tagResource(tag -> tag.resource(ARN + "nope").tags(Map.of("A", "a"))),
        404,
        "ResourceNotFoundException",
        "Function not found: " + ARN + "nope");
    assertRefused(
        () -> lambda.tagResource(tag -> tag.resource(ARN + "f:$LATEST").tags(Map.of("A", "a"))),
        400,
        "InvalidParameterValueException",
        "Tags on function aliases and versions are not supported. Please specify a function ARN.");
    assertRefused(
        () -> lambda.tagResource(tag -> tag.resource(ARN + "f").tags(Map.of())),
        400,
        "InvalidParameterValueException",
        "An error occurred and the request cannot be processed.");
    assertRefused(
        () -> lambda.untagResource(untag -> untag.resource(ARN + "f").tagKeys()),
        400,
        "ValidationException",
        "1 validation error detected: Value null at 'tagKeys' failed to satisfy constraint: Member"
            + " must not be null");
    assertRefused(
        () -> lambda.listTags(list -> list.resource("arn:aws:something")),
        400,
        "ValidationException",
        "1 validation error detected: Value 'arn:aws:something' at 'resource' failed to satisfy"
            + " constraint: Member must satisfy regular expression pattern:"
            + " arn:(aws[a-zA-Z-]*):lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:"
            + "\\d{12}:(function:[a-zA-Z0-9-_]+(:(\\$LATEST|[a-zA-Z0-9-_]+))?|layer:([a-zA-Z0-9-_]+)"
            + "|code-signing-config:csc-[a-z0-9]{17}|event-source-mapping:[0-9a-fA-F]{8}-"
            + "[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}"
            + "|capacity-provider:[a-zA-Z0-9-_]+)");
  }
}
