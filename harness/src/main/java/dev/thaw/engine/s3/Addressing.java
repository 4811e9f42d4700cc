package dev.thaw.engine.s3;

import dev.thaw.engine.protocol.CommonError;
import dev.thaw.engine.protocol.WireRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Brings S3's ways of addressing a request into one: path-style, decoded, and without parameters
 * that ask for what this S3 lacks. See
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html.
 */
final class Addressing {
  static final String COPY_SOURCE = "x-amz-copy-source";

  /** {@code bucket.localhost:4566}, {@code bucket.s3.localhost}, {@code bucket.s3.REGION.…}. */
  private static final Pattern VIRTUAL_HOST =
      Pattern.compile("(?<bucket>.+?)(\\.s3([.-][a-z0-9-]+)?)?\\.localhost(:\\d+)?");

  private static final Pattern PLAIN_HOST =
      Pattern.compile("s3([.-][a-z0-9-]+)?\\.localhost(:\\d+)?");

  // Each of these makes another operation of the same method and path.
  private static final Set<String> LACKING =
      Set.of(
          "accelerate",
          "acl",
          "analytics",
          "attributes",
          "cors",
          "encryption",
          "intelligent-tiering",
          "inventory",
          "legal-hold",
          "lifecycle",
          "logging",
          "metrics",
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
          "torrent",
          "versioning",
          "versions",
          "website");

  /** Those that this S3 has, with the methods it has them for. */
  private static final Map<String, Set<String>> METHODS =
      Map.of(
          "delete", Set.of("POST"),
          "location", Set.of("GET"),
          "notification", Set.of("GET", "PUT"),
          "tagging", Set.of("GET", "PUT", "DELETE"),
          "uploadId", Set.of("GET", "PUT", "POST", "DELETE"),
          "uploads", Set.of("GET", "POST"));

  private Addressing() {}

  static WireRequest normalize(WireRequest wire) {
    for (var parameter : wire.query().keySet()) {
      var methods = METHODS.getOrDefault(parameter, Set.of(wire.method()));
      if (LACKING.contains(parameter) || !methods.contains(wire.method())) {
        throw CommonError.notImplemented("S3's " + wire.method() + " with ?" + parameter);
      }
    }
    var pathStyle = withCopySource(wire.withPath(path(wire)));
    if (wire.query().containsKey("tagging") && pathStyle.path().indexOf('/', 1) < 0) {
      throw CommonError.notImplemented("S3's tags of a bucket");
    }
    return AwsChunked.isUsed(pathStyle) ? AwsChunked.decode(pathStyle) : pathStyle;
  }

  /** What a copy is made of stands in a header, but makes another operation of it. */
  private static WireRequest withCopySource(WireRequest wire) {
    var source = wire.headers().get(COPY_SOURCE);
    if (source == null) {
      return wire;
    }
    if (wire.query().containsKey("uploadId")) {
      throw CommonError.notImplemented("UploadPartCopy");
    }
    var query = new HashMap<>(wire.query());
    query.put(COPY_SOURCE, List.of(source));
    return new WireRequest(
        wire.method(), wire.path(), wire.rawQuery(), query, wire.headers(), wire.body());
  }

  private static String path(WireRequest wire) {
    var path = wire.path().isEmpty() ? "/" : wire.path();
    // Most hosts are not of that kind, and are told faster without a pattern.
    if (wire.host().indexOf(".localhost") > 0) {
      var host = VIRTUAL_HOST.matcher(wire.host());
      if (host.matches() && !PLAIN_HOST.matcher(wire.host()).matches()) {
        path = "/" + host.group("bucket") + path;
      }
    }
    // A slash behind a bucket's name is no key.
    var end = path.length() - 1;
    return end > 0 && path.indexOf('/', 1) == end ? path.substring(0, end) : path;
  }
}
