package dev.thaw.engine.lambda.function;

import dev.thaw.engine.protocol.AwsException;
import dev.thaw.engine.protocol.CommonError;
import dev.thaw.engine.protocol.Shapes;
import dev.thaw.engine.protocol.Unsupported;
import dev.thaw.engine.s3.Buckets;
import dev.thaw.engine.s3.Versions;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.model.FunctionCode;
import software.amazon.awssdk.services.lambda.model.LayerVersionContentInput;

/** Gets the zip file that a request carries or points to. */
public record CodeSource(Buckets buckets) {
  private static final int LARGEST_DIRECT = 52_428_800;

  /** The content of a layer, which a request names in the same way. */
  public byte[] read(LayerVersionContentInput content) {
    return read(Shapes.copy(content, FunctionCode.builder()).build());
  }

  byte[] read(FunctionCode code) {
    if (code.imageUri() != null) {
      throw CommonError.notImplemented("The package type Image");
    }
    Unsupported.refuse(code, "SourceKMSKeyArn");
    var zip = code.zipFile();
    if (zip != null) {
      return direct(zip);
    }
    if (code.s3Bucket() == null || code.s3Key() == null) {
      throw LambdaError.invalid("Please provide a source for function code.");
    }
    return fetch(code.s3Bucket(), code.s3Key(), code.s3ObjectVersion());
  }

  private static byte[] direct(SdkBytes zip) {
    var bytes = zip.asByteArrayUnsafe();
    if (bytes.length > LARGEST_DIRECT) {
      // Recorded 2025-11-25 without a Type: test_oversized_zipped_create_lambda.
      throw new AwsException(
          LambdaError.REQUEST_ENTITY_TOO_LARGE,
          "Zipped size must be smaller than " + LARGEST_DIRECT + " bytes");
    }
    return bytes;
  }

  private byte[] fetch(String bucket, String key, @Nullable String version) {
    try {
      Versions.check(version);
      return buckets.read(buckets.get(bucket, key));
    } catch (AwsException e) {
      throw LambdaError.invalid(
          "Error occurred while GetObject. S3 Error Code: %s. S3 Error Message: %s"
              .formatted(e.code(), e.message()));
    }
  }
}
