package dev.thaw.engine.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thaw.engine.EngineUnderTest;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** An engine with a bucket, in which a test puts and gets one object. */
abstract class ObjectCase {
  @TempDir Path folder;
  EngineUnderTest engine;
  S3Client s3;

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

  PutObjectResponse put(String content, Consumer<PutObjectRequest.Builder> change) {
    return s3.putObject(
        put -> change.accept(put.bucket("bucket").key("key")), RequestBody.fromString(content));
  }

  String get(Consumer<GetObjectRequest.Builder> change) {
    return s3.getObjectAsBytes(get -> change.accept(get.bucket("bucket").key("key")))
        .asUtf8String();
  }

  static void assertRefused(ThrowingCallable call, int status, String code, String text) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            S3Exception.class,
            e -> {
              assertThat(e.statusCode()).isEqualTo(status);
              assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code);
              assertThat(e.awsErrorDetails().errorMessage()).isEqualTo(text);
            });
  }

  static void assertStatus(ThrowingCallable call, int status) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(status));
  }
}
