package dev.thaw.engine.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thaw.engine.EngineUnderTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketLocationConstraint;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.StorageClass;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.TaggingDirective;

/** What else requests about objects say: tags, conditions, checksums and storage classes. */
final class ObjectHeadersIT {
  /** Of "hello": CRC-32 3610a686, and its MD5. */
  private static final String CRC32_OF_HELLO = "NhCmhg==";

  private static final String TAG_OF_HELLO = "\"5d41402abc4b2a76b9719d911017c592\"";

  @TempDir private Path folder;
  private EngineUnderTest engine;
  private S3Client s3;

  @BeforeEach
  void start() {
    engine = EngineUnderTest.start(folder);
    s3 = engine.s3();
    s3.createBucket(create -> create.bucket("bucket"));
  }

  @AfterEach
  void stop() {
    s3.close();
    engine.close();
  }

  private PutObjectResponse put(String content, Consumer<PutObjectRequest.Builder> change) {
    return s3.putObject(
        put -> change.accept(put.bucket("bucket").key("key")), RequestBody.fromString(content));
  }

  private String get(Consumer<GetObjectRequest.Builder> change) {
    return s3.getObjectAsBytes(get -> change.accept(get.bucket("bucket").key("key")))
        .asUtf8String();
  }

  private static void assertRefused(ThrowingCallable call, int status, String code, String text) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            S3Exception.class,
            e -> {
              assertThat(e.statusCode()).isEqualTo(status);
              assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code);
              assertThat(e.awsErrorDetails().errorMessage()).isEqualTo(text);
            });
  }

  @Test
  void whatIsSaidOfAnObjectIsToldAgain() {
    var expires = Instant.parse("2027-01-01T00:00:00Z");
    put(
        "hello",
        put ->
            put.cacheControl("no-store")
                .contentDisposition("attachment")
                .contentEncoding("gzip")
                .contentLanguage("de")
                .expires(expires)
                .websiteRedirectLocation("/elsewhere")
                .storageClass(StorageClass.STANDARD_IA)
                .metadata(Map.of("colour", "blue")));

    var head = s3.headObject(it -> it.bucket("bucket").key("key"));
    var got = s3.getObject(it -> it.bucket("bucket").key("key"));
    assertThat(got.response().cacheControl()).isEqualTo("no-store");
    assertThat(head.cacheControl()).isEqualTo("no-store");
    assertThat(head.contentDisposition()).isEqualTo("attachment");
    assertThat(head.contentEncoding()).isEqualTo("gzip");
    assertThat(head.contentLanguage()).isEqualTo("de");
    assertThat(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(head.expiresString())))
        .isEqualTo(expires);
    assertThat(head.websiteRedirectLocation()).isEqualTo("/elsewhere");
    assertThat(head.storageClass()).isEqualTo(StorageClass.STANDARD_IA);
    assertThat(head.metadata()).containsExactly(Map.entry("colour", "blue"));
    assertThat(head.serverSideEncryptionAsString()).isEqualTo("AES256");
    assertThat(s3.listObjectsV2(list -> list.bucket("bucket").fetchOwner(true)).contents())
        .singleElement()
        .extracting(S3Object::storageClassAsString, object -> object.owner().id())
        .containsExactly("STANDARD_IA", EngineUnderTest.ACCOUNT);
  }

  @Test
  void plainObjectIsOfTheStandardClassWhichIsToldInListsAlone() {
    put("hello", put -> put.storageClass(StorageClass.STANDARD));

    assertThat(s3.headObject(it -> it.bucket("bucket").key("key")).storageClass()).isNull();
    assertThat(s3.listObjectsV2(list -> list.bucket("bucket")).contents().get(0))
        .extracting(S3Object::storageClassAsString, S3Object::owner)
        .containsExactly("STANDARD", null);
  }

  @Test
  void answersMayBeAskedForWithOtherHeaders() {
    put("hello", put -> put.contentType("text/plain"));

    var got =
        s3.getObject(
            it ->
                it.bucket("bucket")
                    .key("key")
                    .responseContentType("text/html")
                    .responseCacheControl("no-cache"));
    assertThat(got.response().contentType()).isEqualTo("text/html");
    assertThat(got.response().cacheControl()).isEqualTo("no-cache");
  }

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
  void aWriteMayDependOnThatThereIsNoObject() {
    put("one", put -> put.ifNoneMatch("*"));

    assertRefused(
        () -> put("two", put -> put.ifNoneMatch("*")),
        412,
        "PreconditionFailed",
        "At least one of the pre-conditions you specified did not hold");
    assertThat(get(it -> {})).isEqualTo("one");
    assertRefused(
        () -> put("two", put -> put.ifNoneMatch(TAG_OF_HELLO)),
        501,
        "NotImplemented",
        "If-None-Match with an entity tag in a write is not implemented by this engine");
  }

  @Test
  void aWriteMayDependOnTheTagOfTheObject() {
    assertRefused(
        () -> put("hello", put -> put.ifMatch(TAG_OF_HELLO)),
        404,
        "NoSuchKey",
        "The specified key does not exist.");
    var tag = put("hello", put -> {}).eTag();
    put("world", put -> put.ifMatch(tag));

    assertRefused(
        () -> put("again", put -> put.ifMatch(tag)),
        412,
        "PreconditionFailed",
        "At least one of the pre-conditions you specified did not hold");
    assertRefused(
        () -> s3.deleteObject(it -> it.bucket("bucket").key("key").ifMatch(tag)),
        412,
        "PreconditionFailed",
        "At least one of the pre-conditions you specified did not hold");
    assertThat(get(it -> {})).isEqualTo("world");
  }

  @Test
  void aReadMayDependOnTagAndDate() {
    put("hello", put -> {});
    var modified = s3.headObject(it -> it.bucket("bucket").key("key")).lastModified();
    var before = modified.minus(1, ChronoUnit.MINUTES);
    var after = modified.plus(1, ChronoUnit.MINUTES);

    assertThat(get(it -> it.ifMatch(TAG_OF_HELLO).ifUnmodifiedSince(before))).isEqualTo("hello");
    assertThat(get(it -> it.ifNoneMatch("\"other\"").ifModifiedSince(after))).isEqualTo("hello");
    assertThat(get(it -> it.ifModifiedSince(before))).isEqualTo("hello");
    assertStatus(() -> get(it -> it.ifMatch("\"other\"")), 412);
    assertStatus(() -> get(it -> it.ifUnmodifiedSince(before)), 412);
    assertStatus(() -> get(it -> it.ifNoneMatch(TAG_OF_HELLO)), 304);
    assertStatus(() -> get(it -> it.ifModifiedSince(after)), 304);
    assertStatus(() -> s3.headObject(it -> it.bucket("bucket").key("key").ifNoneMatch("*")), 304);
    assertThat(get(it -> {})).as("the connection is as good as before").isEqualTo("hello");
  }

  private static void assertStatus(ThrowingCallable call, int status) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(status));
  }

  @Test
  void checksumsAreVerifiedAndTold() {
    put("hello", put -> put.checksumCRC32(CRC32_OF_HELLO));

    var got =
        s3.headObject(it -> it.bucket("bucket").key("key").checksumMode(ChecksumMode.ENABLED));
    assertThat(got.checksumCRC32()).isEqualTo(CRC32_OF_HELLO);
    assertThat(get(it -> it.checksumMode(ChecksumMode.ENABLED))).isEqualTo("hello");
    assertThat(get(it -> it.checksumMode(ChecksumMode.ENABLED).range("bytes=1-2"))).isEqualTo("el");
    assertRefused(
        () -> put("other", put -> put.checksumCRC32(CRC32_OF_HELLO)),
        400,
        "BadDigest",
        "The CRC32 you specified did not match the calculated checksum.");
  }

  /** The check value of CRC-64/NVME in the catalogue. */
  @Test
  void crc64IsTheOneOfTheCatalogue() {
    var sum = Digests.CRC64NVME.of("123456789".getBytes(StandardCharsets.US_ASCII));

    assertThat(sum).asHexString().isEqualTo("AE8B14860A799888");
    put("123456789", put -> put.checksumCRC64NVME(Base64.getEncoder().encodeToString(sum)));
    assertRefused(
        () -> put("hello", put -> put.checksumCRC64NVME(Base64.getEncoder().encodeToString(sum))),
        400,
        "BadDigest",
        "The CRC64NVME you specified did not match the calculated checksum.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"public-read", "private", "authenticated-read"})
  void listsOfAccessAreNotAllowed(String acl) {
    assertRefused(
        () -> put("hello", put -> put.acl(acl)),
        400,
        "AccessControlListNotSupported",
        "The bucket does not allow ACLs");
  }

  @Test
  void theOwnersFullControlIsWhatThereIsAnyway() {
    put("hello", put -> put.acl("bucket-owner-full-control"));
    s3.createBucket(create -> create.bucket("own").acl("private"));

    assertRefused(
        () -> s3.createBucket(create -> create.bucket("open").acl("public-read")),
        400,
        "InvalidBucketAclWithObjectOwnership",
        "Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting");
  }

  @Test
  void refusesWhatItWouldNotDo() {
    refused(put -> put.serverSideEncryption("aws:kms"), "ServerSideEncryption aws:kms");
    refused(put -> put.ssekmsKeyId("k"), "The member SSEKMSKeyId");
    refused(put -> put.objectLockMode("GOVERNANCE"), "The member ObjectLockMode");
    refused(put -> put.storageClass("GLACIER"), "The storage class GLACIER");
    put("hello", put -> put.serverSideEncryption("AES256"));
    assertRefused(
        () -> put("hello", put -> put.storageClass("CUPBOARD")),
        400,
        "InvalidStorageClass",
        "The storage class you specified is not valid");
  }

  private void refused(Consumer<PutObjectRequest.Builder> change, String what) {
    assertRefused(
        () -> put("hello", change),
        501,
        "NotImplemented",
        what + " is not implemented by this engine");
  }

  @Test
  void aBucketMayBeExpectedToBelongToSomebody() {
    put("hello", put -> put.expectedBucketOwner(EngineUnderTest.ACCOUNT));

    assertRefused(
        () -> put("hello", put -> put.expectedBucketOwner("222222222222")),
        403,
        "AccessDenied",
        "Access Denied");
  }

  @Test
  void aBucketIsMadeInTheRegionOfItsEndpoint() {
    assertRefused(
        () ->
            s3.createBucket(
                create ->
                    create
                        .bucket("far")
                        .createBucketConfiguration(
                            it -> it.locationConstraint(BucketLocationConstraint.AP_EAST_1))),
        400,
        "IllegalLocationConstraintException",
        "The ap-east-1 location constraint is incompatible for the region specific endpoint this"
            + " request was sent to.");
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
                .multipartUpload(whole -> whole.parts(one -> one.partNumber(1).eTag(tag))));
  }
}
