package dev.thaw.engine.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.StorageClass;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.TaggingDirective;

/** Tags of objects, however those are put. */
final class ObjectTagsIT extends ObjectCase {
  @Test
  void tagsComeWithTheObjectAndAreChangedAlone() {
    put("hello", put -> put.tagging("colour=blue&shape=rou%20nd"));

    assertThat(tags("key")).containsExactly(tag("colour", "blue"), tag("shape", "rou nd"));
    assertThat(s3.getObject(it -> it.bucket("bucket").key("key")).response().tagCount())
        .isEqualTo(2);
    s3.putObjectTagging(
        put -> put.bucket("bucket").key("key").tagging(set -> set.tagSet(tag("a", "b"))));
    assertThat(tags("key")).containsExactly(tag("a", "b"));
    s3.deleteObjectTagging(it -> it.bucket("bucket").key("key"));
    assertThat(tags("key")).isEmpty();
    assertThat(get(it -> {})).isEqualTo("hello");
  }

  private List<Tag> tags(String key) {
    return s3.getObjectTagging(it -> it.bucket("bucket").key(key)).tagSet();
  }

  private static Tag tag(String key, String value) {
    return Tag.builder().key(key).value(value).build();
  }

  @Test
  void aCopyTakesTagsAlongUnlessOthersAreNamed() {
    put("hello", put -> put.tagging("a=1").storageClass(StorageClass.STANDARD_IA));
    s3.copyObject(
        copy ->
            copy.sourceBucket("bucket")
                .sourceKey("key")
                .destinationBucket("bucket")
                .destinationKey("same"));
    s3.copyObject(
        copy ->
            copy.sourceBucket("bucket")
                .sourceKey("key")
                .destinationBucket("bucket")
                .destinationKey("other")
                .taggingDirective(TaggingDirective.REPLACE)
                .tagging("b=2"));

    assertThat(tags("same")).containsExactly(tag("a", "1"));
    assertThat(tags("other")).containsExactly(tag("b", "2"));
    assertThat(s3.headObject(it -> it.bucket("bucket").key("same")).storageClass()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a=1&a=2 | InvalidArgument | The header 'x-amz-tagging' shall be encoded as UTF-8 then \
      URLEncoded URL query parameters without tag name duplicates.
          =1      | InvalidTag      | The TagKey you have provided is invalid
          a=1&b=1&c=1&d=1&e=1&f=1&g=1&h=1&i=1&j=1&k=1 | BadRequest | Object tags cannot be \
      greater than 10
      """)
  void badTagsAreRefused(String tagging, String code, String message) {
    assertRefused(() -> put("hello", put -> put.tagging(tagging)), 400, code, message);
  }

  @Test
  void tagsThatAreTooLongOrTwiceAreRefused() {
    assertRefused(
        () -> put("hello", put -> put.tagging("a=" + "x".repeat(257))),
        400,
        "InvalidTag",
        "The TagValue you have provided is invalid");
    put("hello", put -> {});
    assertRefused(
        () ->
            s3.putObjectTagging(
                put ->
                    put.bucket("bucket")
                        .key("key")
                        .tagging(set -> set.tagSet(tag("a", "1"), tag("a", "2")))),
        400,
        "InvalidTag",
        "Cannot provide multiple Tags with the same key");
  }

  @Test
  void tagsOfABucketAreNotThere() {
    assertRefused(
        () -> s3.getBucketTagging(it -> it.bucket("bucket")),
        501,
        "NotImplemented",
        "S3's tags of a bucket is not implemented by this engine");
  }

  @Test
  void anUploadInPartsIsTaggedAndConditionalToo() {
    put("hello", put -> {});
    var upload =
        s3.createMultipartUpload(
            create -> create.bucket("bucket").key("key").tagging("a=1").cacheControl("no-store"));
    var part =
        s3.uploadPart(
            it -> it.bucket("bucket").key("key").uploadId(upload.uploadId()).partNumber(1),
            RequestBody.fromString("world"));

    assertStatus(() -> complete(upload.uploadId(), part.eTag(), "*"), 412);
    complete(upload.uploadId(), part.eTag(), null);
    assertThat(get(it -> {})).isEqualTo("world");
    assertThat(tags("key")).containsExactly(tag("a", "1"));
    assertThat(s3.headObject(it -> it.bucket("bucket").key("key")).cacheControl())
        .isEqualTo("no-store");
  }

  private void complete(String id, String tag, @Nullable String ifNoneMatch) {
    s3.completeMultipartUpload(
        it ->
            it.bucket("bucket")
                .key("key")
                .uploadId(id)
                .ifNoneMatch(ifNoneMatch)
                .multipartUpload(
                    whole -> whole.parts(CompletedPart.builder().partNumber(1).eTag(tag).build())));
  }
}
