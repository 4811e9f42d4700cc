package dev.thaw.engine.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.engine.EngineUnderTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.model.BucketLocationConstraint;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.StorageClass;

/** What else requests about objects say: conditions, checksums and storage classes. */
final class ObjectHeadersIT extends ObjectCase {
  /** Of "hello": CRC-32 3610a686, and its MD5. */
  private static final String CRC32_OF_HELLO = "NhCmhg==";

  private static final String TAG_OF_HELLO = "\"5d41402abc4b2a76b9719d911017c592\"";

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
                    .responseExpires(Instant.parse("2027-01-01T00:00:00Z"))
                    .responseCacheControl("no-cache"));
    assertThat(got.response().contentType()).isEqualTo("text/html");
    assertThat(got.response().cacheControl()).isEqualTo("no-cache");
    assertThat(got.response().expiresString()).isEqualTo("Fri, 01 Jan 2027 00:00:00 GMT");
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
}
