package dev.thaw.engine.lambda.function;

import java.nio.file.Path;
import java.util.List;

/**
 * A deployment package: its digest as Lambda states it ({@code sha256}, base64) and as this engine
 * names files ({@code hex}), its zipped and unzipped size, the folder it is unpacked into, and the
 * packages of the layers that a function has with it, in their order.
 */
public record CodePackage(
    String sha256, String hex, long size, long unzipped, Path folder, List<CodePackage> layers) {
  public CodePackage {
    layers = List.copyOf(layers);
  }

  /** The same package with other layers. */
  public CodePackage with(List<CodePackage> others) {
    return new CodePackage(sha256, hex, size, unzipped, folder, others);
  }
}
