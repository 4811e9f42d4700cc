package dev.thaw.engine.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thaw.engine.EngineUnderTest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.Part;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/** Copies, deletions of many, uploads in parts and the place of a bucket. */
final class ObjectsIT {
  private static final String FIVE_MEGABYTES = "x".repeat(5 * 1024 * 1024);

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

  private void put(String key, String content) {
    s3.putObject(
        put -> put.bucket("bucket").key(key).metadata(Map.of("colour", "blue")),
        RequestBody.fromString(content));
  }

  private String get(String key) {
    return s3.getObjectAsBytes(get -> get.bucket("bucket").key(key)).asUtf8String();
  }

  private List<String> keys() {
    return s3.listObjectsV2(list -> list.bucket("bucket")).contents().stream()
        .map(S3Object::key)
        .toList();
  }

  private static void assertCode(Throwable failure, String code, String message) {
    assertThat(failure)
        .isInstanceOfSatisfying(
            S3Exception.class,
            e -> {
              assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code);
              assertThat(e.awsErrorDetails().errorMessage()).isEqualTo(message);
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 5, 64 * 1024, 64 * 1024 + 1, 1024 * 1024})
  void keepsContentOfAnySize(int size) {
    put("a", "y".repeat(size));
    put("a", "z".repeat(size));

    assertThat(get("a")).isEqualTo("z".repeat(size));
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "a b+c%20&?/ü", "../../etc/passwd"})
  void copiesContentAndMetadata(String key) {
    put(key, "hello");
    var copied =
        s3.copyObject(
            copy ->
                copy.sourceBucket("bucket")
                    .sourceKey(key)
                    .destinationBucket("bucket")
                    .destinationKey("copy"));
    var head = s3.headObject(it -> it.bucket("bucket").key("copy"));

    assertThat(get("copy")).isEqualTo("hello");
    assertThat(copied.copyObjectResult().eTag()).isEqualTo("\"5d41402abc4b2a76b9719d911017c592\"");
    assertThat(head.metadata()).containsExactly(Map.entry("colour", "blue"));
  }

  @Test
  void aCopyMayReplaceMetadata() {
    put("a", "hello");
    s3.copyObject(
        copy ->
            copy.sourceBucket("bucket")
                .sourceKey("a")
                .destinationBucket("bucket")
                .destinationKey("a")
                .metadataDirective(MetadataDirective.REPLACE)
                .contentType("text/plain"));
    var head = s3.headObject(it -> it.bucket("bucket").key("a"));

    assertThat(head.contentType()).isEqualTo("text/plain");
    assertThat(head.metadata()).isEmpty();
    assertThatThrownBy(
            () ->
                s3.copyObject(
                    copy ->
                        copy.sourceBucket("bucket")
                            .sourceKey("a")
                            .destinationBucket("bucket")
                            .destinationKey("a")))
        .satisfies(
            e ->
                assertCode(
                    e,
                    "InvalidRequest",
                    "This copy request is illegal because it is trying to copy an object to itself"
                        + " without changing the object's metadata, storage class, website redirect"
                        + " location or encryption attributes."));
  }

  @Test
  void deletesManyAtOnce() {
    put("a", "1");
    put("b", "2");
    put("c", "3");
    var deleted =
        s3.deleteObjects(
            delete ->
                delete
                    .bucket("bucket")
                    .delete(
                        objects ->
                            objects.objects(
                                Stream.of("a", "c", "none")
                                    .map(key -> ObjectIdentifier.builder().key(key).build())
                                    .toList())));

    assertThat(deleted.deleted()).extracting(done -> done.key()).containsExactly("a", "c", "none");
    assertThat(keys()).containsExactly("b");
  }

  @Test
  void aBucketTellsWhereItIs() {
    try (var oldest = engine.s3(EngineUnderTest.ACCOUNT, Region.US_EAST_1)) {
      oldest.createBucket(create -> create.bucket("oldest"));

      assertThat(s3.getBucketLocation(get -> get.bucket("bucket")).locationConstraintAsString())
          .isEqualTo("eu-west-1");
      assertThat(oldest.getBucketLocation(get -> get.bucket("oldest")).locationConstraintAsString())
          .isNullOrEmpty();
    }
  }

  private String begin() {
    return s3.createMultipartUpload(
            create -> create.bucket("bucket").key("big").metadata(Map.of("colour", "blue")))
        .uploadId();
  }

  private UploadPartResponse upload(String id, int number, String content) {
    return s3.uploadPart(
        part -> part.bucket("bucket").key("big").uploadId(id).partNumber(number),
        RequestBody.fromString(content));
  }

  private String complete(String id, CompletedPart... parts) {
    return s3.completeMultipartUpload(
            complete ->
                complete
                    .bucket("bucket")
                    .key("big")
                    .uploadId(id)
                    .multipartUpload(upload -> upload.parts(parts)))
        .eTag();
  }

  private static CompletedPart part(int number, UploadPartResponse uploaded) {
    return CompletedPart.builder().partNumber(number).eTag(uploaded.eTag()).build();
  }

  @Test
  void partsMakeOneObject() {
    var id = begin();
    var two = upload(id, 2, "end");
    var one = upload(id, 1, FIVE_MEGABYTES);
    assertThat(s3.listParts(list -> list.bucket("bucket").key("big").uploadId(id)).parts())
        .extracting(Part::partNumber)
        .containsExactly(1, 2);
    assertThat(s3.listMultipartUploads(list -> list.bucket("bucket")).uploads())
        .extracting(upload -> upload.uploadId())
        .containsExactly(id);
    assertThat(keys()).isEmpty();

    var tag = complete(id, part(1, one), part(2, two));

    // md5 of the two parts' md5s, computed with Python's hashlib.
    assertThat(tag).isEqualTo("\"6d7c5fbffce55b2eb513ca823d7235b2-2\"");
    assertThat(get("big")).isEqualTo(FIVE_MEGABYTES + "end");
    assertThat(s3.headObject(head -> head.bucket("bucket").key("big")).metadata())
        .containsExactly(Map.entry("colour", "blue"));
    assertThat(s3.listMultipartUploads(list -> list.bucket("bucket")).uploads()).isEmpty();
  }

  @Test
  void anAbortedUploadLeavesNothing() {
    var id = begin();
    upload(id, 1, "one");
    s3.abortMultipartUpload(abort -> abort.bucket("bucket").key("big").uploadId(id));

    assertThat(keys()).isEmpty();
    assertThatThrownBy(() -> upload(id, 2, "two"))
        .isInstanceOf(NoSuchUploadException.class)
        .satisfies(
            e ->
                assertCode(
                    e,
                    "NoSuchUpload",
                    "The specified upload does not exist. The upload ID may be invalid, or the"
                        + " upload may have been aborted or completed."));
  }

  @Test
  void partsMustBeThereInOrderAndLargeEnough() {
    var id = begin();
    var one = upload(id, 1, "small");
    var two = upload(id, 2, "end");

    assertThatThrownBy(() -> complete(id, part(2, two), part(1, one)))
        .satisfies(
            e ->
                assertCode(
                    e,
                    "InvalidPartOrder",
                    "The list of parts was not in ascending order. Parts must be ordered by part"
                        + " number."));
    assertThatThrownBy(() -> complete(id, part(1, two)))
        .satisfies(
            e ->
                assertCode(
                    e,
                    "InvalidPart",
                    "One or more of the specified parts could not be found.  The part may not have"
                        + " been uploaded, or the specified entity tag may not match the part's"
                        + " entity tag."));
    assertThatThrownBy(() -> complete(id, part(1, one), part(2, two)))
        .satisfies(
            e ->
                assertCode(
                    e,
                    "EntityTooSmall",
                    "Your proposed upload is smaller than the minimum allowed size"));
    assertThatThrownBy(() -> upload(id, 10_001, "x"))
        .satisfies(
            e ->
                assertCode(
                    e,
                    "InvalidArgument",
                    "Part number must be an integer between 1 and 10000, inclusive"));
  }

  @Test
  void accessControlIsNamedAsLacking() {
    assertThatThrownBy(() -> s3.getObjectAcl(get -> get.bucket("bucket").key("a")))
        .hasMessageContaining("S3's GET with ?acl is not implemented by this engine");
  }
}
