package dev.thaw.engine.lambda.version;

import static dev.thaw.engine.lambda.TestFunctions.ARN;
import static dev.thaw.engine.lambda.TestFunctions.assertRefused;
import static dev.thaw.engine.lambda.TestFunctions.change;
import static dev.thaw.engine.lambda.TestFunctions.createActive;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.thaw.engine.lambda.LambdaCase;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.model.AliasConfiguration;
import software.amazon.awssdk.services.lambda.model.CreateAliasRequest;
import software.amazon.awssdk.services.lambda.model.CreateAliasResponse;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/** Aliases, as recorded 2025-11-25 in localstack test_lambda_api, TestLambdaAlias. */
final class AliasesIT extends LambdaCase {
  /** A function with the versions 1 and 2. */
  @BeforeEach
  void start() {
    createActive(lambda, "f");
    lambda.publishVersion(publish -> publish.functionName("f"));
    change(lambda, "f", "changed");
    lambda.publishVersion(publish -> publish.functionName("f"));
  }

  private CreateAliasResponse alias(String name, Consumer<CreateAliasRequest.Builder> more) {
    return lambda.createAlias(
        alias -> {
          alias.functionName("f").name(name).functionVersion("1");
          more.accept(alias);
        });
  }

  private static Consumer<CreateAliasRequest.Builder> weights(Map<String, Double> weights) {
    return alias -> alias.routingConfig(routing -> routing.additionalVersionWeights(weights));
  }

  private InvokeResponse invoke(String function) {
    return lambda.invoke(
        invoke -> invoke.functionName(function).payload(SdkBytes.fromUtf8String("{}")));
  }

  @Test
  void namesAVersion() {
    var created = alias("live", alias -> {});
    assertThat(created.sdkHttpResponse().statusCode()).isEqualTo(201);
    assertThat(created.aliasArn()).isEqualTo(ARN + "f:live");
    assertThat(created.description()).isEmpty();
    assertThat(created.functionVersion()).isEqualTo("1");
    assertThat(created.routingConfig()).isNull();
    assertThat(created.revisionId()).isNotNull();

    var got = lambda.getAlias(get -> get.functionName("f").name("live"));
    assertThat(got.revisionId()).isEqualTo(created.revisionId());
    var function = lambda.getFunction(get -> get.functionName("f").qualifier("live"));
    assertThat(function.configuration().functionArn()).isEqualTo(ARN + "f:live");
    assertThat(function.configuration().version()).isEqualTo("1");
  }

  /** Facts I13: the alias in the ARN, the version in the answer. */
  @Test
  void runsTheVersionUnderItsOwnArn() {
    alias("live", alias -> {});
    assertThat(invoke("f:live").executedVersion()).isEqualTo("1");
    assertThat(invoke(ARN + "f:live").executedVersion()).isEqualTo("1");
    assertThat(engine.environments().requests())
        .extracting("invokedArn")
        .containsOnly(ARN + "f:live");
    assertThat(engine.environments().versions()).extracting("version").containsOnly("1");
  }

  @Test
  void sendsItsShareToTheSecondVersion() {
    alias("live", weights(Map.of("2", 0.25)));
    var runs = 1000;
    var second =
        IntStream.range(0, runs)
            .filter(i -> invoke("f:live").executedVersion().equals("2"))
            .count();
    // Binomial of 1,000 and 0.25: 250 with a standard deviation of 13.7; five of them are 69.
    assertThat(second).isCloseTo(250, within(69L));
  }

  @Test
  void sendsAllOrNothingWhereTheWeightSaysSo() {
    alias("all", weights(Map.of("2", 1.0)));
    alias("none", weights(Map.of("2", 0.0)));
    for (int i = 0; i < 20; i++) {
      assertThat(invoke("f:all").executedVersion()).isEqualTo("2");
      assertThat(invoke("f:none").executedVersion()).isEqualTo("1");
    }
  }

  @Test
  void changesWhatTheUpdateNamesAndNothingElse() {
    var created = alias("live", weights(Map.of("2", 0.2)));
    var described =
        lambda.updateAlias(u -> u.functionName("f").name("live").description("the live one"));
    assertThat(described.revisionId()).isNotEqualTo(created.revisionId());
    assertThat(described.routingConfig().additionalVersionWeights()).containsEntry("2", 0.2);
    assertThat(described.functionVersion()).isEqualTo("1");

    var single =
        lambda.updateAlias(
            update ->
                update
                    .functionName("f")
                    .name("live")
                    .routingConfig(routing -> routing.additionalVersionWeights(Map.of())));
    assertThat(single.routingConfig()).isNull();
    assertThat(single.description()).isEqualTo("the live one");
    var moved = lambda.updateAlias(u -> u.functionName("f").name("live").functionVersion("2"));
    assertThat(moved.functionVersion()).isEqualTo("2");
    assertThat(invoke("f:live").executedVersion()).isEqualTo("2");
  }

  @Test
  void refusesUpdatesOfWhatIsNotThereOrAnotherRevision() {
    alias("live", alias -> {});
    assertRefused(
        () -> lambda.updateAlias(update -> update.functionName("f").name("nope")),
        404,
        "ResourceNotFoundException",
        "Alias not found: " + ARN + "f:nope");
    assertRefused(
        () -> lambda.updateAlias(u -> u.functionName("f").name("live").revisionId("other")),
        412,
        "PreconditionFailedException",
        "The Revision Id provided does not match the latest Revision Id. Call the"
            + " GetFunction/GetAlias API to retrieve the latest Revision Id");
    assertRefused(
        () -> lambda.updateAlias(u -> u.functionName("f").name("live").functionVersion("10")),
        404,
        "ResourceNotFoundException",
        "Function not found: " + ARN + "f:10");
  }

  @Test
  void listsByPageAndByVersion() {
    alias("b", alias -> {});
    alias("a", weights(Map.of("2", 0.5)));
    alias("c", alias -> alias.functionVersion("2"));
    assertThat(
            lambda
                .listAliasesPaginator(list -> list.functionName("f").maxItems(1))
                .aliases()
                .stream()
                .map(AliasConfiguration::name))
        .containsExactly("a", "b", "c");
    assertThat(lambda.listAliases(l -> l.functionName("f").functionVersion("1")).aliases())
        .extracting(AliasConfiguration::name)
        .containsExactly("a", "b");
  }

  @Test
  void isGoneOnceDeletedAndCanBeDeletedTwice() {
    alias("live", alias -> {});
    lambda.deleteAlias(delete -> delete.functionName("f").name("live"));
    lambda.deleteAlias(delete -> delete.functionName("f").name("live"));
    assertRefused(
        () -> lambda.getAlias(get -> get.functionName("f").name("live")),
        404,
        "ResourceNotFoundException",
        "Cannot find alias arn: " + ARN + "f:live");
    assertRefused(
        () -> invoke("f:live"),
        404,
        "ResourceNotFoundException",
        "Function not found: " + ARN + "f:live");
    assertRefused(
        () -> lambda.getFunction(get -> get.functionName("f:live")),
        404,
        "ResourceNotFoundException",
        "Function not found: " + ARN + "f:live");
  }

  @Test
  void pointsToLatestOnlyAlone() {
    assertThat(alias("latest", alias -> alias.functionVersion("$LATEST")).functionVersion())
        .isEqualTo("$LATEST");
    assertThat(invoke("f:latest").executedVersion()).isEqualTo("$LATEST");
    assertRefused(
        () ->
            alias("x", alias -> weights(Map.of("1", 0.5)).accept(alias.functionVersion("$LATEST"))),
        400,
        "InvalidParameterValueException",
        "$LATEST is not supported for an alias pointing to more than 1 version");
    assertRefused(
        () -> alias("x", weights(Map.of("$LATEST", 0.5))),
        400,
        "ValidationException",
        "1 validation error detected: Value '{$LATEST=0.5}' at"
            + " 'routingConfig.additionalVersionWeights' failed to satisfy constraint: Map keys must"
            + " satisfy constraint: [Member must have length less than or equal to 1024, Member must"
            + " have length greater than or equal to 1, Member must satisfy regular expression"
            + " pattern: [0-9]+]");
  }

  @Test
  void refusesRoutesInAwsWords() {
    assertRefused(
        () -> alias("x", weights(Map.of("1", 0.8, "2", 0.2))),
        400,
        "InvalidParameterValueException",
        "Number of items in AdditionalVersionWeights cannot be greater than 1");
    assertRefused(
        () -> alias("x", weights(Map.of("1", 0.5))),
        400,
        "InvalidParameterValueException",
        "Invalid function version 1. Function version 1 is already included in routing"
            + " configuration.");
    assertRefused(
        () -> alias("x", weights(Map.of("2", 2.0))),
        400,
        "ValidationException",
        outOfRange("{2=2.0}"));
    assertRefused(
        () -> alias("x", weights(Map.of("2", -1.0))),
        400,
        "ValidationException",
        outOfRange("{2=-1.0}"));
    assertRefused(
        () -> alias("x", weights(Map.of("10", 0.5))),
        404,
        "ResourceNotFoundException",
        "Function not found: " + ARN + "f:10");
  }

  private static String outOfRange(String weights) {
    return "1 validation error detected: Value '"
        + weights
        + "' at 'routingConfig.additionalVersionWeights' failed to satisfy constraint: Map value must"
        + " satisfy constraint: [Member must have value less than or equal to 1.0, Member must have"
        + " value greater than or equal to 0.0, Member must not be null]";
  }

  @Test
  void refusesNamesAndTargets() {
    alias("live", alias -> {});
    assertRefused(
        () -> alias("live", alias -> {}),
        409,
        "ResourceConflictException",
        "Alias already exists: " + ARN + "f:live");
    assertRefused(
        () -> alias("2024", alias -> {}),
        400,
        "ValidationException",
        "1 validation error detected: Value '2024' at 'name' failed to satisfy constraint: Member"
            + " must satisfy regular expression pattern: (?!^[0-9]+$)([a-zA-Z0-9-_]+)");
    assertThat(alias("2024-01-02", alias -> {}).name()).isEqualTo("2024-01-02");
    assertRefused(
        () -> alias("x", alias -> alias.functionVersion("10")),
        404,
        "ResourceNotFoundException",
        "Function not found: " + ARN + "f:10");
    assertRefused(
        () -> alias("x", alias -> alias.functionName("nope")),
        404,
        "ResourceNotFoundException",
        "Function not found: " + ARN + "nope:1");
  }
}
