package dev.thaw.engine.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.thaw.engine.protocol.Call;
import dev.thaw.engine.protocol.Operation;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.Owner;
import software.amazon.awssdk.services.s3.model.S3Object;

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html. */
record ListObjectsV2(Buckets buckets)
    implements Operation<ListObjectsV2Request, ListObjectsV2Response> {
  private static final int LARGEST_PAGE = 1000;

  @Override
  public ListObjectsV2Response handle(Call call, ListObjectsV2Request request) {
    var maximum =
        Math.min(LARGEST_PAGE, Optional.ofNullable(request.maxKeys()).orElse(LARGEST_PAGE));
    var page =
        Listing.of(
            buckets.bucket(request.bucket()).objects(),
            Optional.ofNullable(request.prefix()).orElse(""),
            Optional.ofNullable(request.delimiter()).orElse(""),
            start(request),
            maximum);
    var owner =
        Boolean.TRUE.equals(request.fetchOwner())
            ? Owner.builder().id(buckets.bucket(request.bucket()).account()).build()
            : null;
    var encoded = request.encodingType() == EncodingType.URL;
    return ListObjectsV2Response.builder()
        .name(request.bucket())
        .prefix(text(Optional.ofNullable(request.prefix()).orElse(""), encoded))
        .delimiter(request.delimiter())
        .startAfter(request.startAfter())
        .encodingType(request.encodingType())
        .continuationToken(request.continuationToken())
        .maxKeys(maximum)
        .keyCount(page.size())
        .isTruncated(page.next().isPresent())
        .nextContinuationToken(page.next().map(ListObjectsV2::token).orElse(null))
        .contents(page.objects().stream().map(object -> content(object, encoded, owner)).toList())
        .commonPrefixes(
            page.prefixes().stream()
                .map(prefix -> text(prefix, encoded))
                .map(prefix -> CommonPrefix.builder().prefix(prefix).build())
                .toList())
        .build();
  }

  private static S3Object content(StoredObject object, boolean encoded, @Nullable Owner owner) {
    return S3Object.builder()
        .key(text(object.key(), encoded))
        .lastModified(object.lastModified())
        .eTag(object.eTag())
        .size(object.size())
        .storageClass(object.description().storageClass())
        .owner(owner)
        .build();
  }

  private static String text(String key, boolean encoded) {
    return encoded ? URLEncoder.encode(key, UTF_8).replace("%2F", "/") : key;
  }

  private static @Nullable String start(ListObjectsV2Request request) {
    return request.continuationToken() == null
        ? request.startAfter()
        : key(request.continuationToken());
  }

  private static String token(String key) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(UTF_8));
  }

  private static String key(String token) {
    try {
      return new String(Base64.getUrlDecoder().decode(token), UTF_8);
    } catch (IllegalArgumentException e) {
      throw S3Error.INVALID_ARGUMENT.exception("The continuation token provided is incorrect");
    }
  }
}
