package dev.thaw.engine.s3;

import dev.thaw.engine.protocol.CommonError;
import dev.thaw.engine.protocol.WireRequest;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Brings S3's ways of addressing a request into one: path-style, decoded, and without parameters
 * that ask for what this S3 lacks. See
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html.
 */
final class Addressing {
  /** {@code bucket.localhost:4566}, {@code bucket.s3.localhost}, {@code bucket.s3.REGION.…}. */
  private static final Pattern VIRTUAL_HOST =
      Pattern.compile("(?<bucket>.+?)(\\.s3([.-][a-z0-9-]+)?)?\\.localhost(:\\d+)?");

  private static final Pattern PLAIN_HOST =
      Pattern.compile("s3([.-][a-z0-9-]+)?\\.localhost(:\\d+)?");

  // Each of these makes another operation of the same method and path.
  private static final List<String> LACKING =
      List.of(
          "accelerate",
          "acl",
          "analytics",
          "attributes",
          "cors",
          "delete",
          "encryption",
          "intelligent-tiering",
          "inventory",
          "legal-hold",
          "lifecycle",
          "location",
          "logging",
          "metrics",
          "notification",
          "object-lock",
          "ownershipControls",
          "policy",
          "policyStatus",
          "publicAccessBlock",
          "replication",
          "requestPayment",
          "restore",
          "retention",
          "select",
          "tagging",
          "torrent",
          "uploadId",
          "uploads",
          "versioning",
          "versions",
          "website");

  private Addressing() {}

  static WireRequest normalize(WireRequest wire) {
    for (var parameter : LACKING) {
      if (wire.query().containsKey(parameter)) {
        throw CommonError.notImplemented("S3's " + wire.method() + " with ?" + parameter);
      }
    }
    if (wire.header("x-amz-copy-source").isPresent()) {
      throw CommonError.notImplemented("CopyObject");
    }
    var pathStyle = wire.withPath(path(wire));
    return AwsChunked.isUsed(pathStyle) ? AwsChunked.decode(pathStyle) : pathStyle;
  }

  private static String path(WireRequest wire) {
    var path = wire.path().isEmpty() ? "/" : wire.path();
    var host = VIRTUAL_HOST.matcher(wire.host());
    if (host.matches() && !PLAIN_HOST.matcher(wire.host()).matches()) {
      path = "/" + host.group("bucket") + path;
    }
    // A slash behind a bucket's name is no key.
    var end = path.length() - 1;
    return end > 0 && path.indexOf('/', 1) == end ? path.substring(0, end) : path;
  }
}
