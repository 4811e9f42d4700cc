package dev.thaw.engine.trigger.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.Event;
import software.amazon.awssdk.services.s3.model.QueueConfiguration;

/** What S3 tells; recorded 2025-01-21, localstack test_s3_notifications_lambda and _sqs. */
final class BucketNotificationIT extends BucketCase {
  private static final ObjectMapper JSON = new ObjectMapper();

  private List<JsonNode> received(int count) throws IOException {
    var bodies = new ArrayList<JsonNode>();
    while (bodies.size() < count) {
      var messages =
          sqs.receiveMessage(
                  receive -> receive.queueUrl(url).maxNumberOfMessages(10).waitTimeSeconds(20))
              .messages();
      assertThat(messages).as("messages after %s", bodies).isNotEmpty();
      for (var message : messages) {
        bodies.add(JSON.readTree(message.body()));
      }
    }
    return bodies;
  }

  @Test
  void aQueueGetsATestEventWhenItIsConfigured() throws IOException {
    configure(toQueue("s3:ObjectCreated:*"));
    var test = received(1).get(0);

    assertThat(test.path("Service").asText()).isEqualTo("Amazon S3");
    assertThat(test.path("Event").asText()).isEqualTo("s3:TestEvent");
    assertThat(test.path("Bucket").asText()).isEqualTo("bucket");
    assertThat(test.fieldNames())
        .toIterable()
        .containsExactly("Service", "Event", "Time", "Bucket", "RequestId", "HostId");
  }

  @Test
  void anObjectThatCameIsDescribed() throws IOException {
    configure(toQueue("s3:ObjectCreated:*"));
    put("a b/c@d+ü.txt");
    var record = received(2).get(1).path("Records").path(0);

    assertThat(record.path("eventVersion").asText()).isEqualTo("2.1");
    assertThat(record.path("eventSource").asText()).isEqualTo("aws:s3");
    assertThat(record.path("awsRegion").asText()).isEqualTo("eu-west-1");
    assertThat(record.path("eventTime").asText()).matches("\\d{4}-.*T.*\\.\\d{3}Z");
    assertThat(record.path("eventName").asText()).isEqualTo("ObjectCreated:Put");
    assertThat(record.at("/userIdentity/principalId").asText()).isEqualTo("AWS:111111111111");
    assertThat(record.at("/requestParameters/sourceIPAddress").asText()).isEqualTo("127.0.0.1");
    assertThat(record.path("responseElements").fieldNames())
        .toIterable()
        .containsExactly("x-amz-request-id", "x-amz-id-2");
    assertThat(record.at("/s3/s3SchemaVersion").asText()).isEqualTo("1.0");
    assertThat(record.at("/s3/configurationId").asText()).isNotEmpty();
    assertThat(record.at("/s3/bucket"))
        .isEqualTo(
            JSON.readTree(
                """
                {"name": "bucket", "ownerIdentity": {"principalId": "111111111111"},
                 "arn": "arn:aws:s3:::bucket"}
                """));
    var object = record.at("/s3/object");
    assertThat(object.path("key").asText()).isEqualTo("a+b/c%40d%2B%C3%BC.txt");
    assertThat(object.path("size").asInt()).isEqualTo(5);
    assertThat(object.path("eTag").asText()).isEqualTo("5d41402abc4b2a76b9719d911017c592");
    assertThat(object.path("sequencer").asText()).matches("[0-9A-F]{16}");
  }

  private void uploadInParts(String key) {
    var id = s3.createMultipartUpload(it -> it.bucket("bucket").key(key)).uploadId();
    var part =
        s3.uploadPart(
            it -> it.bucket("bucket").key(key).uploadId(id).partNumber(1),
            RequestBody.fromString("x"));
    s3.completeMultipartUpload(
        it ->
            it.bucket("bucket")
                .key(key)
                .uploadId(id)
                .multipartUpload(
                    upload ->
                        upload.parts(
                            CompletedPart.builder().partNumber(1).eTag(part.eTag()).build())));
  }

  @Test
  void eachWayOfComingAndGoingHasItsName() throws IOException {
    configure(toQueue("s3:ObjectCreated:*", "s3:ObjectRemoved:*"));
    put("a");
    s3.copyObject(
        copy ->
            copy.sourceBucket("bucket")
                .sourceKey("a")
                .destinationBucket("bucket")
                .destinationKey("a2"));
    uploadInParts("a");
    s3.deleteObject(it -> it.bucket("bucket").key("a"));
    var records = received(5).stream().skip(1).map(body -> body.path("Records").path(0)).toList();

    assertThat(records)
        .extracting(record -> record.path("eventName").asText())
        .containsExactly(
            "ObjectCreated:Put",
            "ObjectCreated:Copy",
            "ObjectCreated:CompleteMultipartUpload",
            "ObjectRemoved:Delete");
    assertThat(records)
        .extracting(record -> record.at("/s3/object/sequencer").asText())
        .isSorted()
        .doesNotHaveDuplicates();
    assertThat(records.get(3).at("/s3/object").fieldNames())
        .toIterable()
        .containsExactly("key", "sequencer");
  }

  @Test
  void aFunctionIsInvokedForTheKeysThatPassItsFilter() throws Exception {
    configure(toFunction("s3:ObjectCreated:Put", "in/", ".txt"));
    put("in/a.txt");
    put("in/b.jpg");
    put("out/c.txt");
    put("in/d.txt");
    for (int i = 0; i < 1000 && engine.environments().requests().size() < 2; i++) {
      Thread.sleep(10);
    }
    var keys = new ArrayList<String>();
    for (var request : engine.environments().requests()) {
      keys.add(JSON.readTree(request.payload()).at("/Records/0/s3/object/key").asText());
      assertThat(request.invokedArn()).isEqualTo(FUNCTION);
    }
    assertThat(keys).containsExactly("in/a.txt", "in/d.txt");
  }

  @Test
  void whatIsConfiguredIsToldWithItsIdAndCapitalisedNames() {
    configure(toFunction("s3:ObjectCreated:Put", "in/", ".txt"));
    var found = s3.getBucketNotificationConfiguration(get -> get.bucket("bucket"));

    assertThat(found.queueConfigurations()).isEmpty();
    assertThat(found.lambdaFunctionConfigurations()).hasSize(1);
    var function = found.lambdaFunctionConfigurations().get(0);
    assertThat(function.id()).isNotEmpty();
    assertThat(function.events()).containsExactly(Event.S3_OBJECT_CREATED_PUT);
    assertThat(function.filter().key().filterRules())
        .extracting(rule -> rule.nameAsString() + "=" + rule.value())
        .containsExactly("Prefix=in/", "Suffix=.txt");

    configure(new QueueConfiguration[0]);
    assertThat(
            s3.getBucketNotificationConfiguration(get -> get.bucket("bucket"))
                .lambdaFunctionConfigurations())
        .isEmpty();
  }
}
