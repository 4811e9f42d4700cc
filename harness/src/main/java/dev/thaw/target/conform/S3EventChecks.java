package dev.thaw.target.conform;

import static dev.thaw.target.conform.Source.recorded;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.Event;
import software.amazon.awssdk.services.s3.model.LambdaFunctionConfiguration;
import software.amazon.awssdk.services.s3.model.QueueConfiguration;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** S1 and S2: the events that a function gets of a bucket. */
final class S3EventChecks {
  private static final String PUT = recorded("test_create_object_put_via_dynamodb", "2025-01-21");
  private static final String CREATED = recorded("test_object_created_put", "2025-01-21");
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private S3EventChecks() {}

  private static final List<Check> ALL =
      List.of(
          Check.exact(
              "S1.1",
              "the record of a put",
              PUT,
              """
            {"awsRegion":"<region>","eventName":"ObjectCreated:Put","eventSource":"aws:s3",\
            "eventTime":"<time>","eventVersion":"2.1",\
            "requestParameters":{"sourceIPAddress":"<address>"},\
            "responseElements":{"x-amz-id-2":"<id>","x-amz-request-id":"<id>"},\
            "s3":{"bucket":{"arn":"arn:aws:s3:::<bucket>","name":"<bucket>",\
            "ownerIdentity":{"principalId":"<principal>"}},"configurationId":"chosen",\
            "object":{"eTag":"5d41402abc4b2a76b9719d911017c592","key":"my-key",\
            "sequencer":"<sequencer>","size":5},"s3SchemaVersion":"1.0"},\
            "userIdentity":{"principalId":"<principal>"}}""",
              stage -> masked(stage, record(stage, bucket -> bucket.put("my-key", "hello")))),
          Check.exact(
              "S1.2",
              "records in an event of S3",
              CREATED,
              "1",
              stage ->
                  String.valueOf(
                      event(stage, bucket -> bucket.put("my-key", "hello"))
                          .path("Records")
                          .size())),
          Check.exact(
              "S1.3",
              "the key a@b in the record",
              recorded("test_key_encoding", "2025-01-21"),
              "a%40b",
              stage ->
                  record(stage, bucket -> bucket.put("a@b", "hello"))
                      .at("/s3/object/key")
                      .asText()),
          Check.judged(
              "S1.4",
              "sequencers of two puts of one key",
              Source.page("AmazonS3/latest/userguide/notification-content-structure.html"),
              "hexadecimal, the later one greater",
              S3EventChecks::sequencers),
          Check.exact(
              "S2.1",
              "eventName of a copy",
              recorded("test_object_created_copy", "2025-01-21"),
              "ObjectCreated:Copy",
              S3EventChecks::nameOfCopy),
          Check.exact(
              "S2.2",
              "eventName of a multipart upload, and its eTag",
              recorded("test_object_created_complete_multipart_upload", "2025-01-21"),
              "ObjectCreated:CompleteMultipartUpload, with -1 at its end",
              S3EventChecks::multipart),
          Check.exact(
              "S2.3",
              "eventName of a delete",
              recorded("test_object_created_and_object_removed", "2025-01-21"),
              "ObjectRemoved:Delete",
              stage -> removed(stage).path("eventName").asText()),
          Check.exact(
              "S2.4",
              "members of the object in the record of a delete",
              recorded("test_delete_objects", "2025-01-21"),
              "[key, sequencer]",
              S3EventChecks::membersOfRemoved),
          Check.exact(
              "S2.5",
              "a test event for a function when notifications are configured",
              PUT,
              "none",
              S3EventChecks::noTestEvent),
          Check.exact(
              "S2.6",
              "what a queue gets when notifications are configured",
              Source.page("AmazonS3/latest/userguide/notification-content-structure.html"),
              """
            {"Bucket":"<bucket>","Event":"s3:TestEvent","HostId":"<id>","RequestId":"<id>",\
            "Service":"Amazon S3","Time":"<time>"}""",
              S3EventChecks::testEvent));

  static List<Check> all() {
    return ALL;
  }

  /** A bucket that notifies a logging function of these events, and what is done to it. */
  private static Subject notified(Stage stage, Consumer<Storage> deed, Event... events) {
    var bucket = Storage.create(stage);
    var function = stage.function(Script.LOG);
    Notifications.allow(function, bucket);
    var configuration =
        LambdaFunctionConfiguration.builder()
            .id("chosen")
            .lambdaFunctionArn(function.arn())
            .events(events)
            .build();
    bucket
        .s3()
        .putBucketNotificationConfiguration(
            put ->
                put.bucket(bucket.name())
                    .notificationConfiguration(
                        all -> all.lambdaFunctionConfigurations(configuration)));
    deed.accept(bucket);
    return function;
  }

  private static JsonNode event(Stage stage, Consumer<Storage> deed) {
    var function = notified(stage, deed, Event.S3_OBJECT_CREATED);
    return Shown.parsed(function.awaitEvents(LIMIT, 1).get(0));
  }

  private static JsonNode record(Stage stage, Consumer<Storage> deed) {
    return event(stage, deed).at("/Records/0");
  }

  private static String nameOfCopy(Stage stage) {
    var function = notified(stage, S3EventChecks::copy, Event.S3_OBJECT_CREATED_COPY);
    return Shown.parsed(function.awaitEvents(LIMIT, 1).get(0)).at("/Records/0/eventName").asText();
  }

  private static String masked(Stage stage, JsonNode record) {
    return stage
        .mask()
        .apply(Shown.sorted(record))
        .replaceAll("(x-amz-(id-2|request-id)\":\")[^\"]+", "$1<id>")
        .replaceAll("(principalId\":\")[^\"]+", "$1<principal>")
        .replaceAll("(sourceIPAddress\":\")[0-9.]+", "$1<address>")
        .replaceAll("(sequencer\":\")[0-9A-F]+\"", "$1<sequencer>\"");
  }

  private static Seen sequencers(Stage stage) {
    var function =
        notified(
            stage,
            bucket -> {
              bucket.put("my-key", "one");
              bucket.put("my-key", "two, longer");
            },
            Event.S3_OBJECT_CREATED);
    var sequencers =
        function.awaitEvents(LIMIT, 2).stream()
            .map(event -> Shown.parsed(event).at("/Records/0/s3/object"))
            .sorted(java.util.Comparator.comparingInt(object -> object.path("size").asInt()))
            .map(object -> object.path("sequencer").asText())
            .toList();
    boolean areHexadecimal = sequencers.stream().allMatch(text -> text.matches("[0-9A-F]+"));
    return new Seen(
        sequencers.toString(),
        areHexadecimal
            && new java.math.BigInteger(sequencers.get(0), 16)
                    .compareTo(new java.math.BigInteger(sequencers.get(1), 16))
                < 0);
  }

  private static void copy(Storage bucket) {
    bucket.put("elsewhere", "hello");
    bucket
        .s3()
        .copyObject(
            copy ->
                copy.sourceBucket(bucket.name())
                    .sourceKey("elsewhere")
                    .destinationBucket(bucket.name())
                    .destinationKey("copy"));
  }

  private static String multipart(Stage stage) {
    var record = record(stage, S3EventChecks::upload);
    var tag = record.at("/s3/object/eTag").asText();
    return record.path("eventName").asText()
        + (tag.matches("[0-9a-f]{32}-1") ? ", with -1 at its end" : ", " + tag);
  }

  private static void upload(Storage bucket) {
    var s3 = bucket.s3();
    var upload =
        s3.createMultipartUpload(create -> create.bucket(bucket.name()).key("large")).uploadId();
    var part =
        s3.uploadPart(
            put -> put.bucket(bucket.name()).key("large").uploadId(upload).partNumber(1),
            RequestBody.fromString("hello"));
    s3.completeMultipartUpload(
        complete ->
            complete
                .bucket(bucket.name())
                .key("large")
                .uploadId(upload)
                .multipartUpload(
                    all ->
                        all.parts(
                            CompletedPart.builder().partNumber(1).eTag(part.eTag()).build())));
  }

  private static JsonNode removed(Stage stage) {
    var function =
        notified(
            stage,
            bucket -> {
              bucket.put("my-key", "hello");
              bucket.s3().deleteObject(gone -> gone.bucket(bucket.name()).key("my-key"));
            },
            Event.S3_OBJECT_REMOVED);
    return Shown.parsed(function.awaitEvents(LIMIT, 1).get(0)).at("/Records/0");
  }

  private static String membersOfRemoved(Stage stage) {
    var names = new java.util.TreeSet<String>();
    removed(stage).at("/s3/object").fieldNames().forEachRemaining(names::add);
    return names.toString();
  }

  private static String noTestEvent(Stage stage) {
    var function =
        notified(stage, bucket -> bucket.put("my-key", "hello"), Event.S3_OBJECT_CREATED);
    function.awaitEvents(LIMIT, 1);
    var others =
        KinesisDeliveryChecks.events(function).stream()
            .filter(event -> !event.has("Records"))
            .toList();
    return others.isEmpty() ? "none" : others.toString();
  }

  /** On AWS the queue needs a policy that lets the bucket send. */
  private static String testEvent(Stage stage) {
    var bucket = Storage.create(stage);
    var queue = stage.queue();
    var policy =
        """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sqs:SendMessage",\
        "Principal":{"Service":"s3.amazonaws.com"},"Resource":"%s"}]}"""
            .formatted(queue.arn());
    stage
        .clients()
        .sqs()
        .setQueueAttributes(
            set -> set.queueUrl(queue.url()).attributes(Map.of(QueueAttributeName.POLICY, policy)));
    var notified =
        QueueConfiguration.builder().queueArn(queue.arn()).events(Event.S3_OBJECT_CREATED).build();
    bucket
        .s3()
        .putBucketNotificationConfiguration(
            put ->
                put.bucket(bucket.name())
                    .notificationConfiguration(all -> all.queueConfigurations(notified)));
    return queue
        .awaitBody(LIMIT)
        .replaceAll("((HostId|RequestId)\":\")[^\"]+", "$1<id>")
        .replaceAll("(Time\":\")[^\"]+", "$1<time>");
  }
}
