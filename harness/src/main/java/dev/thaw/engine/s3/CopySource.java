package dev.thaw.engine.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;

/** The object that a copy is made of, as its header names it: {@code /bucket/encoded%20key}. */
record CopySource(String bucket, String key) {
  static CopySource parse(String header) {
    var version = header.indexOf("?versionId=");
    if (version >= 0) {
      Versions.check(header.substring(version + "?versionId=".length()));
    }
    var path = decode(version < 0 ? header : header.substring(0, version));
    var text = path.startsWith("/") ? path.substring(1) : path;
    var slash = text.indexOf('/');
    if (slash <= 0 || slash == text.length() - 1) {
      throw malformed(header);
    }
    return new CopySource(text.substring(0, slash), text.substring(slash + 1));
  }

  private static String decode(String text) {
    try {
      // A plus sign stands for itself here, as in a path.
      return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
    } catch (IllegalArgumentException e) {
      throw malformed(text);
    }
  }

  private static RuntimeException malformed(String header) {
    return S3Error.INVALID_ARGUMENT
        .exception("Copy Source must mention the source bucket and key: sourcebucket/sourcekey")
        .with("ArgumentName", "x-amz-copy-source")
        .with("ArgumentValue", header);
  }

  boolean isSame(String otherBucket, String otherKey) {
    return bucket.equals(otherBucket) && key.equals(otherKey);
  }
}
