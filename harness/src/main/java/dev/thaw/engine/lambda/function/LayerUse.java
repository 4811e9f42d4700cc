package dev.thaw.engine.lambda.function;

import dev.thaw.engine.environment.FunctionName;
import dev.thaw.engine.protocol.AwsException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.lambda.model.Layer;

/**
 * Which layers a function may have; refusals as recorded 2025-11-25, localstack
 * test_layer_function_exceptions and test_layer_function_quota_exception.
 */
record LayerUse(Layers layers, CodeStore code) {
  private static final int MOST = 5;

  /** The layers with those ARNs for that function, each held once for the caller. */
  List<LayerVersion> take(FunctionName function, List<String> arns) {
    if (arns.size() > MOST) {
      throw LambdaError.invalid("Cannot reference more than 5 layers.");
    }
    var wanted = arns.stream().map(arn -> parse(function, arn)).toList();
    checkDistinct(wanted);
    var taken = layers.take(wanted);
    try {
      taken.forEach(version -> version.checkReader(function.account()));
    } catch (AwsException closed) {
      release(taken);
      throw closed;
    }
    return taken;
  }

  void release(List<LayerVersion> taken) {
    taken.forEach(version -> code.release(version.code()));
  }

  private static LayerName.Versioned parse(FunctionName function, String arn) {
    var wanted =
        LayerName.parseVersion(arn)
            .orElseThrow(() -> LambdaError.invalid("Layer version " + arn + " does not exist."));
    if (!wanted.layer().region().equals(function.region())) {
      throw LambdaError.invalid(
          "Layers are not in the same region as the function. Layers are expected to be in region "
              + function.region()
              + ".");
    }
    return wanted;
  }

  private static void checkDistinct(List<LayerName.Versioned> wanted) {
    Map<LayerName, LayerName.Versioned> seen = new HashMap<>();
    for (var each : wanted) {
      var other = seen.putIfAbsent(each.layer(), each);
      if (other != null) {
        throw LambdaError.invalid(
            ("Two different versions of the same layer are not allowed to be referenced in the same"
                    + " function. %s and %s are versions of the same layer.")
                .formatted(other.arn(), each.arn()));
      }
    }
  }

  /** The package with those layers, if they are not too large together. */
  static CodePackage join(CodePackage code, List<CodePackage> layers) {
    long below = layers.stream().mapToLong(CodePackage::unzipped).sum();
    if (below > ZipPackage.LARGEST_UNZIPPED) {
      // Seen in a public log of 2021-02-04: bento-video/bento#1.
      throw LambdaError.invalid(
          "Layers consume more than the available size of %d bytes"
              .formatted(ZipPackage.LARGEST_UNZIPPED));
    }
    long unzipped = code.unzipped() + below;
    if (unzipped > ZipPackage.LARGEST_UNZIPPED) {
      // Seen in a public log of 2021-09-13: serverlesspub/ffmpeg-aws-lambda-layer#23.
      throw LambdaError.invalid(
          ("Function code combined with layers exceeds the maximum allowed size of %d bytes. The"
                  + " actual size is %d bytes.")
              .formatted(ZipPackage.LARGEST_UNZIPPED, unzipped));
    }
    return code.with(layers);
  }

  /** As a function's configuration shows them. */
  static List<Layer> shown(List<LayerVersion> taken) {
    return taken.stream()
        .map(version -> Layer.builder().arn(version.arn()).codeSize(version.code().size()).build())
        .toList();
  }
}
