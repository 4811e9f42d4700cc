package dev.thaw.engine.lambda.layer;

import static dev.thaw.engine.lambda.TestFunctions.assertRefused;
import static dev.thaw.engine.lambda.TestFunctions.createActive;
import static dev.thaw.engine.lambda.TestFunctions.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.engine.EngineUnderTest;
import dev.thaw.engine.lambda.LambdaCase;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.model.Architecture;
import software.amazon.awssdk.services.lambda.model.LayerVersionsListItem;
import software.amazon.awssdk.services.lambda.model.LayersListItem;
import software.amazon.awssdk.services.lambda.model.PublishLayerVersionRequest;
import software.amazon.awssdk.services.lambda.model.PublishLayerVersionResponse;
import software.amazon.awssdk.services.lambda.model.Runtime;

/** Layers, as recorded 2025-11-25 in localstack test_lambda_api, TestLambdaLayer. */
final class LayersIT extends LambdaCase {
  private static final String ARN = "arn:aws:lambda:eu-west-1:111111111111:layer:";

  private PublishLayerVersionResponse publish(
      String name, Consumer<PublishLayerVersionRequest.Builder> more) {
    return lambda.publishLayerVersion(
        layer -> {
          layer.layerName(name).content(content -> content.zipFile(EngineUnderTest.zip(name)));
          more.accept(layer);
        });
  }

  private void update(String... layers) {
    lambda.updateFunctionConfiguration(update -> update.functionName("f").layers(layers));
    lambda.waiter().waitUntilFunctionUpdatedV2(get -> get.functionName("f"));
  }

  private List<Path> foldersInUse() {
    lambda.invoke(invoke -> invoke.functionName("f").payload(SdkBytes.fromUtf8String("{}")));
    var versions = engine.environments().versions();
    return versions.get(versions.size() - 1).attachments().layers();
  }

  @Test
  void publishesVersionsAndOffersThemForDownload() throws Exception {
    var first =
        publish(
            "tools",
            layer ->
                layer
                    .description("mine")
                    .licenseInfo("MIT")
                    .compatibleRuntimes(Runtime.JAVA21)
                    .compatibleArchitectures(Architecture.X86_64));
    assertThat(first.sdkHttpResponse().statusCode()).isEqualTo(201);
    assertThat(first.version()).isEqualTo(1);
    assertThat(first.layerArn()).isEqualTo(ARN + "tools");
    assertThat(first.layerVersionArn()).isEqualTo(ARN + "tools:1");
    assertThat(publish("tools", layer -> {}).version()).isEqualTo(2);

    var got = lambda.getLayerVersion(get -> get.layerName("tools").versionNumber(1L));
    assertThat(got.description()).isEqualTo("mine");
    assertThat(got.licenseInfo()).isEqualTo("MIT");
    assertThat(got.compatibleRuntimes()).containsExactly(Runtime.JAVA21);
    var byArn = lambda.getLayerVersionByArn(get -> get.arn(ARN + "tools:1"));
    assertThat(byArn.layerVersionArn()).isEqualTo(ARN + "tools:1");

    var download = HttpRequest.newBuilder(URI.create(byArn.content().location())).build();
    var body = HttpClient.newHttpClient().send(download, BodyHandlers.ofByteArray()).body();
    assertThat(body).isEqualTo(EngineUnderTest.zip("tools").asByteArray());
  }

  @Test
  void listsTheNewestFirst() {
    publish("b", layer -> layer.compatibleRuntimes(Runtime.JAVA21));
    publish("a", layer -> {});
    publish("b", layer -> {});
    assertThat(
            lambda
                .listLayerVersionsPaginator(l -> l.layerName("b").maxItems(1))
                .layerVersions()
                .stream()
                .map(LayerVersionsListItem::version))
        .containsExactly(2L, 1L);
    assertThat(
            lambda.listLayersPaginator(list -> list.maxItems(1)).layers().stream()
                .map(LayersListItem::layerName))
        .containsExactly("a", "b");
    var compatible = lambda.listLayers(list -> list.compatibleRuntime(Runtime.JAVA21)).layers();
    assertThat(compatible).hasSize(1);
    assertThat(compatible.get(0).latestMatchingVersion().version()).isEqualTo(1);
    assertThat(lambda.listLayerVersions(list -> list.layerName("nope")).layerVersions()).isEmpty();
  }

  @Test
  void liesUnderTheFunctionsThatNameIt() {
    publish("one", layer -> {});
    publish("two", layer -> {});
    createActive(lambda, "f");
    assertThat(foldersInUse()).isEmpty();
    update(ARN + "one:1", ARN + "two:1");

    var shown = lambda.getFunctionConfiguration(get -> get.functionName("f")).layers();
    assertThat(shown).extracting("arn").containsExactly(ARN + "one:1", ARN + "two:1");
    assertThat(shown.get(0).codeSize()).isEqualTo(EngineUnderTest.zip("one").asByteArray().length);
    var folders = foldersInUse();
    assertThat(folders.get(0).resolve("bootstrap")).hasContent("one");
    assertThat(folders.get(1).resolve("bootstrap")).hasContent("two");

    update();
    assertThat(lambda.getFunctionConfiguration(get -> get.functionName("f")).hasLayers()).isFalse();
    assertThat(foldersInUse()).isEmpty();
  }

  /** A deleted version's number is not given again, and functions keep what they have. */
  @Test
  void staysForTheFunctionsThatHaveItOnceItIsDeleted() {
    publish("one", layer -> {});
    lambda.createFunction(request("f").layers(ARN + "one:1").build());
    lambda.waiter().waitUntilFunctionActiveV2(get -> get.functionName("f"));
    lambda.publishVersion(publish -> publish.functionName("f"));
    lambda.deleteLayerVersion(delete -> delete.layerName("one").versionNumber(1L));
    lambda.deleteLayerVersion(delete -> delete.layerName("one").versionNumber(1L));

    assertThat(lambda.listLayerVersions(list -> list.layerName("one")).layerVersions()).isEmpty();
    assertThat(lambda.listLayers(list -> {}).layers()).isEmpty();
    var kept = foldersInUse().get(0);
    lambda.updateFunctionCode(u -> u.functionName("f").zipFile(EngineUnderTest.zip("new")));
    lambda.waiter().waitUntilFunctionUpdatedV2(get -> get.functionName("f"));
    assertThat(foldersInUse()).containsExactly(kept);
    assertThat(kept.resolve("bootstrap")).hasContent("one");
    assertThat(publish("one", layer -> {}).version()).isEqualTo(2);

    lambda.deleteLayerVersion(delete -> delete.layerName("one").versionNumber(2L));
    lambda.deleteFunction(delete -> delete.functionName("f"));
    assertThat(kept).doesNotExist();
  }

  @Test
  void countsAsCodeOfTheAccount() {
    publish("one", layer -> {});
    publish("one", layer -> {});
    long size = EngineUnderTest.zip("one").asByteArray().length;
    assertThat(lambda.getAccountSettings().accountUsage().totalCodeSize()).isEqualTo(2 * size);
  }

  @Test
  void isRefusedToFunctionsInAwsWords() {
    publish("one", layer -> {});
    publish("one", layer -> {});
    refused("Layer version " + ARN + "nope:1 does not exist.", ARN + "nope:1");
    refused("Layer version " + ARN + "one:9 does not exist.", ARN + "one:9");
    refused(
        "Two different versions of the same layer are not allowed to be referenced in the same"
            + " function. "
            + ARN
            + "one:1 and "
            + ARN
            + "one:2 are versions of the same layer.",
        ARN + "one:1",
        ARN + "one:2");
    refused(
        "Layers are not in the same region as the function. Layers are expected to be in region"
            + " eu-west-1.",
        "arn:aws:lambda:us-east-1:111111111111:layer:one:1");
    refused(
        "Cannot reference more than 5 layers.",
        IntStream.range(0, 6).mapToObj(i -> ARN + "l" + i + ":1").toArray(String[]::new));
    assertRefused(
        () -> lambda.createFunction(request("f").layers(ARN + "one").build()),
        400,
        "ValidationException",
        "1 validation error detected: Value '["
            + ARN
            + "one]' at 'layers' failed to satisfy constraint: Member must satisfy constraint:"
            + " [Member must have length less than or equal to 2048, Member must have length"
            + " greater than or equal to 1, Member must satisfy regular expression pattern:"
            + " (arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:"
            + "\\d{12}:layer:[a-zA-Z0-9-_]+:[0-9]+)|(arn:[a-zA-Z0-9-]+:lambda:::awslayer:"
            + "[a-zA-Z0-9-_]+), Member must not be null]");
  }

  private void refused(String message, String... layers) {
    assertRefused(
        () -> lambda.createFunction(request("f").layers(layers).build()),
        400,
        "InvalidParameterValueException",
        message);
  }

  @Test
  void refusesNumbersAndValuesInAwsWords() {
    publish("one", layer -> {});
    assertRefused(
        () -> lambda.getLayerVersion(get -> get.layerName("one").versionNumber(0L)),
        400,
        "InvalidParameterValueException",
        "Layer Version Cannot be less than 1");
    assertRefused(
        () -> lambda.getLayerVersion(get -> get.layerName("one").versionNumber(2L)),
        404,
        "ResourceNotFoundException",
        "The resource you requested does not exist.");
    assertRefused(
        () -> publish("x", layer -> layer.compatibleRuntimesWithStrings("invalidruntime")),
        400,
        "ValidationException",
        "1 validation error detected: Value '[invalidruntime]' at 'compatibleRuntimes' failed to"
            + " satisfy constraint: Member must satisfy enum value set: [nodejs20.x, python3.14,"
            + " provided.al2023, python3.12, python3.13, nodejs24.x, nodejs22.x, java25,"
            + " python3.10, python3.11, java21, ruby3.3, ruby3.4, ruby3.2, python3.8, python3.9,"
            + " java17, nodejs16.x, dotnet10, dotnet8, java11, dotnet6, nodejs18.x, provided.al2,"
            + " java8.al2]");
    assertRefused(
        () -> lambda.listLayers(list -> list.compatibleArchitecture("archdoesnotexist")),
        400,
        "ValidationException",
        "1 validation error detected: Value 'archdoesnotexist' at 'compatibleArchitecture' failed"
            + " to satisfy constraint: Member must satisfy enum value set: [x86_64, arm64]");
  }
}
