package dev.thaw.engine.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thaw.engine.EngineUnderTest;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.BucketAlreadyExistsException;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** S3 as far as code upload needs it. */
final class S3IT {
  @TempDir Path folder;
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
    s3.putObject(put -> put.bucket("bucket").key(key), RequestBody.fromString(content));
  }

  private String get(String key) {
    return s3.getObjectAsBytes(get -> get.bucket("bucket").key(key)).asUtf8String();
  }

  @Test
  void returnsWhatWasPut() {
    var put =
        s3.putObject(
            request ->
                request
                    .bucket("bucket")
                    .key("a")
                    .contentType("text/plain")
                    .metadata(Map.of("colour", "blue")),
            RequestBody.fromString("hello"));
    var object = s3.getObjectAsBytes(request -> request.bucket("bucket").key("a"));

    // md5("hello")
    assertThat(put.eTag()).isEqualTo("\"5d41402abc4b2a76b9719d911017c592\"");
    assertThat(object.asUtf8String()).isEqualTo("hello");
    assertThat(object.response().eTag()).isEqualTo(put.eTag());
    assertThat(object.response().contentType()).isEqualTo("text/plain");
    assertThat(object.response().contentLength()).isEqualTo(5);
    assertThat(object.response().metadata()).containsExactly(Map.entry("colour", "blue"));
    assertThat(object.response().lastModified()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../../escape", "a/../b", "/leading", "trailing/", "a//b", "ü +&?#%20", "..", "."})
  void takesAnyKey(String key) {
    put(key, "content of " + key);

    assertThat(get(key)).isEqualTo("content of " + key);
    assertThat(s3.listObjectsV2(list -> list.bucket("bucket")).contents())
        .extracting(S3Object::key)
        .containsExactly(key);
    assertThat(folder.resolve("escape")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"CRC32", "CRC32_C", "SHA1", "SHA256"})
  void acceptsAChecksumOfEachKind(String algorithm) {
    var put =
        s3.putObject(
            request ->
                request
                    .bucket("bucket")
                    .key("a")
                    .checksumAlgorithm(ChecksumAlgorithm.valueOf(algorithm)),
            RequestBody.fromString("hello"));
    assertThat(put.eTag()).isEqualTo("\"5d41402abc4b2a76b9719d911017c592\"");
    assertThat(get("a")).isEqualTo("hello");
  }

  @Test
  void refusesContentThatDoesNotMatchItsDigest() {
    assertThatThrownBy(
            () ->
                s3.putObject(
                    put -> put.bucket("bucket").key("a").contentMD5("AAAAAAAAAAAAAAAAAAAAAA=="),
                    RequestBody.fromString("hello")))
        .isInstanceOfSatisfying(
            S3Exception.class,
            e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("BadDigest"));
  }

  @Test
  void takesLargeObjects() {
    var megabytes = new byte[20 * 1024 * 1024];
    Arrays.fill(megabytes, (byte) 'x');
    s3.putObject(put -> put.bucket("bucket").key("large"), RequestBody.fromBytes(megabytes));
    assertThat(s3.getObjectAsBytes(get -> get.bucket("bucket").key("large")).asByteArray())
        .isEqualTo(megabytes);
  }

  @Test
  void givesPartsOfAnObject() {
    put("a", "0123456789");
    assertThat(part("bytes=2-4")).isEqualTo("234");
    assertThat(part("bytes=7-")).isEqualTo("789");
    assertThat(part("bytes=-2")).isEqualTo("89");
    assertThatThrownBy(() -> part("bytes=10-12"))
        .isInstanceOfSatisfying(S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(416));
  }

  private String part(String range) {
    return s3.getObjectAsBytes(get -> get.bucket("bucket").key("a").range(range)).asUtf8String();
  }

  @Test
  void tellsAnObjectsHeadWithoutItsBody() {
    put("a", "hello");
    var head = s3.headObject(request -> request.bucket("bucket").key("a"));
    assertThat(head.contentLength()).isEqualTo(5);
    assertThat(head.eTag()).isEqualTo("\"5d41402abc4b2a76b9719d911017c592\"");
    assertThatThrownBy(() -> s3.headObject(request -> request.bucket("bucket").key("b")))
        .isInstanceOf(NoSuchKeyException.class);
  }

  @Test
  void deletesObjectsThatExistAndThoseThatDoNot() {
    put("a", "hello");
    s3.deleteObject(delete -> delete.bucket("bucket").key("a"));
    s3.deleteObject(delete -> delete.bucket("bucket").key("a"));
    assertThatThrownBy(() -> get("a"))
        .isInstanceOf(NoSuchKeyException.class)
        .hasMessageContaining("The specified key does not exist.");
  }

  @Test
  void listsPageByPageInTheOrderOfTheKeys() {
    IntStream.of(3, 1, 2, 0, 4).forEach(i -> put("k" + i, "x"));
    var first = s3.listObjectsV2(list -> list.bucket("bucket").maxKeys(2));

    assertThat(first.contents()).extracting(S3Object::key).containsExactly("k0", "k1");
    assertThat(first.isTruncated()).isTrue();
    assertThat(first.keyCount()).isEqualTo(2);
    assertThat(s3.listObjectsV2Paginator(list -> list.bucket("bucket").maxKeys(2)).contents())
        .extracting(S3Object::key)
        .containsExactly("k0", "k1", "k2", "k3", "k4");
    assertThat(s3.listObjectsV2(list -> list.bucket("bucket").startAfter("k2")).contents())
        .extracting(S3Object::key)
        .containsExactly("k3", "k4");
  }

  @Test
  void foldsKeysAtADelimiter() {
    for (var key : new String[] {"a", "b/1", "b/2", "c/1", "d"}) {
      put(key, "x");
    }
    var page = s3.listObjectsV2(list -> list.bucket("bucket").delimiter("/").maxKeys(3));
    var rest =
        s3.listObjectsV2(
            list ->
                list.bucket("bucket")
                    .delimiter("/")
                    .continuationToken(page.nextContinuationToken()));

    assertThat(page.contents()).extracting(S3Object::key).containsExactly("a");
    assertThat(page.commonPrefixes()).extracting(CommonPrefix::prefix).containsExactly("b/", "c/");
    assertThat(rest.contents()).extracting(S3Object::key).containsExactly("d");
    assertThat(rest.commonPrefixes()).isEmpty();
    assertThat(s3.listObjectsV2(list -> list.bucket("bucket").prefix("b/")).contents())
        .extracting(S3Object::key)
        .containsExactly("b/1", "b/2");
  }

  @Test
  void listsAnAccountsOwnBuckets() {
    s3.createBucket(create -> create.bucket("another"));
    assertThat(s3.listBuckets().buckets())
        .extracting(Bucket::name)
        .containsExactly("another", "bucket");
    try (var stranger = engine.s3("222222222222", Region.EU_WEST_1)) {
      assertThat(stranger.listBuckets().buckets()).isEmpty();
      assertThatThrownBy(() -> stranger.createBucket(create -> create.bucket("bucket")))
          .isInstanceOf(BucketAlreadyExistsException.class);
    }
  }

  @Test
  void forgivesARepeatedBucketInTheOldestRegionOnly() {
    assertThatThrownBy(() -> s3.createBucket(create -> create.bucket("bucket")))
        .isInstanceOf(BucketAlreadyOwnedByYouException.class);
    try (var oldest = engine.s3(EngineUnderTest.ACCOUNT, Region.US_EAST_1)) {
      assertThat(oldest.createBucket(create -> create.bucket("bucket")).location())
          .isEqualTo("/bucket");
    }
  }

  @Test
  void deletesEmptyBucketsOnly() {
    put("a", "hello");
    assertThatThrownBy(() -> s3.deleteBucket(delete -> delete.bucket("bucket")))
        .isInstanceOf(S3Exception.class)
        .hasMessageContaining("The bucket you tried to delete is not empty");
    s3.deleteObject(delete -> delete.bucket("bucket").key("a"));
    s3.deleteBucket(delete -> delete.bucket("bucket"));
    assertThatThrownBy(() -> s3.headBucket(head -> head.bucket("bucket")))
        .isInstanceOf(NoSuchBucketException.class);
    assertThatThrownBy(() -> put("a", "hello")).isInstanceOf(NoSuchBucketException.class);
  }

  @Test
  void refusesBadBucketNames() throws IOException, InterruptedException {
    // The SDK would not send it.
    var request =
        HttpRequest.newBuilder(engine.engine().endpoint().resolve("/Upper_Case"))
            .PUT(BodyPublishers.noBody())
            .build();
    var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body())
        .contains("<Code>InvalidBucketName</Code>", "The specified bucket is not valid.");
  }

  @Test
  void namesWhatItLacks() {
    assertThatThrownBy(() -> s3.getBucketVersioning(get -> get.bucket("bucket")))
        .isInstanceOfSatisfying(S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(501))
        .hasMessageContaining("S3's GET with ?versioning is not implemented by this engine");
  }
}
