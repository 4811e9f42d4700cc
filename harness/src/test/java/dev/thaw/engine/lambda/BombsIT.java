package dev.thaw.engine.lambda;

import static dev.thaw.engine.lambda.TestFunctions.assertRefused;
import static dev.thaw.engine.lambda.TestFunctions.createActive;
import static dev.thaw.engine.lambda.TestFunctions.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;

/** Packages that are small on the wire and anything but small or harmless when unpacked. */
final class BombsIT extends LambdaCase {
  private static final int LIMIT = 262_144_000;
  private static final byte[] MEGABYTE = new byte[1 << 20];

  /** Whatever was refused, the engine goes on. */
  @AfterEach
  void stop() {
    createActive(lambda, "after");
    var answer =
        lambda.invoke(invoke -> invoke.functionName("after").payload(SdkBytes.fromUtf8String("1")));
    assertThat(answer.payload().asUtf8String()).isEqualTo("1");
  }

  /** A zip with one entry of that many zeros. */
  private static SdkBytes zeros(String name, int size) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      for (int left = size; left > 0; left -= MEGABYTE.length) {
        zip.write(MEGABYTE, 0, Math.min(left, MEGABYTE.length));
      }
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return SdkBytes.fromByteArray(bytes.toByteArray());
  }

  @Test
  void refusesABomb() {
    assertRefused(
        () ->
            lambda.createFunction(
                request("f").code(code -> code.zipFile(zeros("bomb", LIMIT + 1))).build()),
        400,
        "InvalidParameterValueException",
        "Unzipped size must be smaller than 262144000 bytes");
    assertRefused(
        () ->
            lambda.publishLayerVersion(
                layer ->
                    layer
                        .layerName("bomb")
                        .content(content -> content.zipFile(zeros("bomb", LIMIT + 1)))),
        400,
        "InvalidParameterValueException",
        "Unzipped size must be smaller than 262144000 bytes");
  }

  @Test
  void refusesCodeThatIsTooLargeWithItsLayers() {
    lambda.publishLayerVersion(
        layer ->
            layer.layerName("half").content(content -> content.zipFile(zeros("one", LIMIT / 2))));
    // 131,072,001 bytes more than the layer's 131,072,000 are one too many.
    assertRefused(
        () ->
            lambda.createFunction(
                request("f")
                    .layers("arn:aws:lambda:eu-west-1:111111111111:layer:half:1")
                    .code(code -> code.zipFile(zeros("two", LIMIT / 2 + 1)))
                    .build()),
        400,
        "InvalidParameterValueException",
        "Function code combined with layers exceeds the maximum allowed size of 262144000 bytes."
            + " The actual size is 262144001 bytes.");
  }

  @Test
  void refusesLayersThatAreTooLargeTogether() {
    for (var name : List.of("one", "two")) {
      lambda.publishLayerVersion(
          layer ->
              layer
                  .layerName(name)
                  .content(content -> content.zipFile(zeros(name, LIMIT / 2 + 1))));
    }
    assertRefused(
        () ->
            lambda.createFunction(
                request("f")
                    .layers(
                        "arn:aws:lambda:eu-west-1:111111111111:layer:one:1",
                        "arn:aws:lambda:eu-west-1:111111111111:layer:two:1")
                    .build()),
        400,
        "InvalidParameterValueException",
        "Layers consume more than the available size of 262144000 bytes");
  }

  @Test
  void refusesEntriesThatLeadOutside() {
    assertRefused(
        () ->
            lambda.createFunction(
                request("f").code(code -> code.zipFile(zeros("../../slip", 1))).build()),
        400,
        "InvalidParameterValueException",
        "Could not unzip uploaded file. Please check your file, then try to upload again.");
    assertThat(folder.resolve("slip")).doesNotExist();
  }
}
