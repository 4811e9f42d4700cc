package dev.thaw.target.conform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** An S3 bucket of a check. */
record Storage(Stage stage, String name) {
  static Storage create(Stage stage) {
    var bucket = new Storage(stage, stage.name("bucket"));
    stage.atTheEnd(bucket::delete);
    bucket.s3().createBucket(create -> create.bucket(bucket.name));
    return bucket;
  }

  S3Client s3() {
    return stage.clients().s3();
  }

  String arn() {
    return "arn:aws:s3:::" + name;
  }

  void put(String key, String content) {
    s3().putObject(put -> put.bucket(name).key(key), RequestBody.fromString(content));
  }

  Optional<S3Object> first() {
    return s3().listObjectsV2(list -> list.bucket(name)).contents().stream().findFirst();
  }

  String read(String key) {
    return s3().getObjectAsBytes(get -> get.bucket(name).key(key)).asString(UTF_8);
  }

  private void delete() {
    s3().listObjectsV2Paginator(list -> list.bucket(name))
        .contents()
        .forEach(object -> s3().deleteObject(gone -> gone.bucket(name).key(object.key())));
    s3().deleteBucket(gone -> gone.bucket(name));
  }
}
