package dev.thaw.engine.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thaw.engine.EngineUnderTest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchEntryIdsNotDistinctException;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.EmptyBatchRequestException;
import software.amazon.awssdk.services.sqs.model.InvalidAttributeNameException;
import software.amazon.awssdk.services.sqs.model.InvalidAttributeValueException;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.QueueNameExistsException;
import software.amazon.awssdk.services.sqs.model.ReceiptHandleIsInvalidException;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SqsException;
import software.amazon.awssdk.services.sqs.model.TooManyEntriesInBatchRequestException;

/** SQS with the AWS SDK, which speaks JSON and checks the digests of what it gets. */
final class SqsIT {
  private static final MessageAttributeValue BLUE =
      MessageAttributeValue.builder().dataType("String").stringValue("blue").build();

  @TempDir private Path folder;
  private EngineUnderTest engine;
  private SqsClient sqs;
  private String url;

  @BeforeEach
  void start() {
    engine = EngineUnderTest.start(folder);
    sqs = engine.sqs();
    url = sqs.createQueue(create -> create.queueName("q")).queueUrl();
  }

  @AfterEach
  void stop() {
    sqs.close();
    engine.close();
  }

  private void send(String body) {
    sqs.sendMessage(send -> send.queueUrl(url).messageBody(body));
  }

  private List<Message> receive(int most) {
    return sqs.receiveMessage(receive -> receive.queueUrl(url).maxNumberOfMessages(most))
        .messages();
  }

  private Map<QueueAttributeName, String> attributes() {
    return sqs.getQueueAttributes(get -> get.queueUrl(url).attributeNames(QueueAttributeName.ALL))
        .attributes();
  }

  private static void assertError(Throwable failure, String code, String message) {
    assertThat(failure)
        .isInstanceOfSatisfying(
            SqsException.class,
            e -> {
              assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code);
              assertThat(e.awsErrorDetails().errorMessage()).isEqualTo(message);
            });
  }

  @Test
  void aQueueIsFoundByNameAndListed() {
    assertThat(url).isEqualTo(engine.engine().endpoint() + "/111111111111/q");
    assertThat(sqs.getQueueUrl(get -> get.queueName("q")).queueUrl()).isEqualTo(url);
    assertThat(sqs.listQueues(list -> list.queueNamePrefix("q")).queueUrls()).containsExactly(url);
    assertThat(sqs.listQueues(list -> list.queueNamePrefix("x")).queueUrls()).isEmpty();

    sqs.deleteQueue(delete -> delete.queueUrl(url));

    assertThat(sqs.listQueues().queueUrls()).isEmpty();
  }

  @Test
  void aQueueThatDoesNotExistIsToldWithBothCodes() {
    assertThatThrownBy(() -> sqs.getQueueUrl(get -> get.queueName("none")))
        .isInstanceOf(QueueDoesNotExistException.class)
        .satisfies(
            e ->
                assertError(
                    e,
                    "AWS.SimpleQueueService.NonExistentQueue",
                    "The specified queue does not exist."));
  }

  @Test
  void aMessageComesBackWithItsAttributes() {
    var sent =
        sqs.sendMessage(
            send ->
                send.queueUrl(url)
                    .messageBody("hello")
                    .messageAttributes(
                        Map.of(
                            "colour",
                            BLUE,
                            "raw",
                            MessageAttributeValue.builder()
                                .dataType("Binary")
                                .binaryValue(SdkBytes.fromByteArray(new byte[] {1, 2}))
                                .build())));
    var received =
        sqs.receiveMessage(
                receive ->
                    receive
                        .queueUrl(url)
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                        .messageAttributeNames("col.*", "colour"))
            .messages();

    // md5("hello")
    assertThat(sent.md5OfMessageBody()).isEqualTo("5d41402abc4b2a76b9719d911017c592");
    assertThat(received).hasSize(1);
    var message = received.get(0);
    assertThat(message.messageId()).isEqualTo(sent.messageId());
    assertThat(message.body()).isEqualTo("hello");
    assertThat(message.messageAttributes()).containsExactly(Map.entry("colour", BLUE));
    assertThat(message.attributes())
        .containsEntry(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1")
        .containsKeys(
            MessageSystemAttributeName.SENT_TIMESTAMP,
            MessageSystemAttributeName.SENDER_ID,
            MessageSystemAttributeName.APPROXIMATE_FIRST_RECEIVE_TIMESTAMP);
  }

  @Test
  void aReceivedMessageIsHiddenUntilItsVisibilityIsChanged() {
    send("a");
    var first = receive(1).get(0);

    assertThat(receive(1)).isEmpty();
    assertThat(attributes())
        .containsEntry(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, "0")
        .containsEntry(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE, "1");

    sqs.changeMessageVisibility(
        change -> change.queueUrl(url).receiptHandle(first.receiptHandle()).visibilityTimeout(0));

    assertThat(receive(1)).extracting(Message::body).containsExactly("a");
  }

  @Test
  void aDeletedMessageIsGoneAndMayBeDeletedAgain() {
    send("a");
    var handle = receive(1).get(0).receiptHandle();
    sqs.deleteMessage(delete -> delete.queueUrl(url).receiptHandle(handle));
    sqs.deleteMessage(delete -> delete.queueUrl(url).receiptHandle(handle));

    assertThat(attributes())
        .containsEntry(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE, "0");
    assertThatThrownBy(
            () ->
                sqs.changeMessageVisibility(
                    change -> change.queueUrl(url).receiptHandle(handle).visibilityTimeout(1)))
        .satisfies(
            e ->
                assertError(
                    e,
                    "InvalidParameterValue",
                    "Value "
                        + handle
                        + " for parameter ReceiptHandle is invalid. Reason: Message does not exist"
                        + " or is not available for visibility timeout change."));
  }

  @Test
  void whoWaitsGetsTheMessageWhenItIsSent() {
    var waiting =
        CompletableFuture.supplyAsync(
            () ->
                sqs.receiveMessage(receive -> receive.queueUrl(url).waitTimeSeconds(20))
                    .messages());
    send("late");

    assertThat(waiting.join()).extracting(Message::body).containsExactly("late");
  }

  @Test
  void whoWaitsGetsADelayedMessageWhenItIsDue() {
    sqs.sendMessage(send -> send.queueUrl(url).messageBody("later").delaySeconds(1));

    assertThat(receive(1)).isEmpty();
    assertThat(sqs.receiveMessage(receive -> receive.queueUrl(url).waitTimeSeconds(20)).messages())
        .extracting(Message::body)
        .containsExactly("later");
  }

  @Test
  void batchesAreSentReceivedAndDeleted() {
    sqs.sendMessageBatch(
        batch ->
            batch
                .queueUrl(url)
                .entries(
                    IntStream.range(0, 10)
                        .mapToObj(
                            i ->
                                SendMessageBatchRequestEntry.builder()
                                    .id("e" + i)
                                    .messageBody("m" + i)
                                    .build())
                        .toList()));
    var received = receive(10);
    assertThat(received).extracting(Message::body).contains("m0", "m9").hasSize(10);

    var deleted =
        sqs.deleteMessageBatch(
            batch ->
                batch
                    .queueUrl(url)
                    .entries(
                        entry("good", received.get(0).receiptHandle()), entry("bad", "nonsense")));
    assertThat(deleted.successful()).extracting(done -> done.id()).containsExactly("good");
    assertThat(deleted.failed())
        .extracting(failed -> failed.id() + " " + failed.code())
        .containsExactly("bad ReceiptHandleIsInvalid");
  }

  private static DeleteMessageBatchRequestEntry entry(String id, String handle) {
    return DeleteMessageBatchRequestEntry.builder().id(id).receiptHandle(handle).build();
  }

  @Test
  void aBatchIsOneToTenEntriesWithDifferentIds() {
    assertThatThrownBy(() -> sqs.sendMessageBatch(batch -> batch.queueUrl(url).entries(List.of())))
        .isInstanceOf(EmptyBatchRequestException.class)
        .satisfies(
            e ->
                assertError(
                    e,
                    "AWS.SimpleQueueService.EmptyBatchRequest",
                    "There should be at least one entry in the request."));
    var entry = SendMessageBatchRequestEntry.builder().id("a").messageBody("m").build();
    assertThatThrownBy(
            () -> sqs.sendMessageBatch(batch -> batch.queueUrl(url).entries(entry, entry)))
        .isInstanceOf(BatchEntryIdsNotDistinctException.class)
        .hasMessageContaining("Id a repeated.");
    assertThatThrownBy(
            () ->
                sqs.sendMessageBatch(
                    batch ->
                        batch
                            .queueUrl(url)
                            .entries(
                                List.of(
                                    entry, entry, entry, entry, entry, entry, entry, entry, entry,
                                    entry, entry))))
        .isInstanceOf(TooManyEntriesInBatchRequestException.class)
        .hasMessageContaining("Maximum number of entries per request are 10. You have sent 11.");
  }

  @Test
  void settingsAreCheckedAndChanged() {
    sqs.setQueueAttributes(
        set -> set.queueUrl(url).attributes(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "0")));
    send("a");
    assertThat(receive(1)).hasSize(1);
    assertThat(receive(1)).hasSize(1);
    assertThat(attributes())
        .containsEntry(QueueAttributeName.VISIBILITY_TIMEOUT, "0")
        .containsEntry(QueueAttributeName.QUEUE_ARN, "arn:aws:sqs:eu-west-1:111111111111:q");

    assertThatThrownBy(
            () ->
                sqs.setQueueAttributes(
                    set -> set.queueUrl(url).attributesWithStrings(Map.of("Colour", "1"))))
        .isInstanceOf(InvalidAttributeNameException.class)
        .hasMessageContaining("Unknown Attribute Colour.");
    assertThatThrownBy(
            () ->
                sqs.setQueueAttributes(
                    set ->
                        set.queueUrl(url)
                            .attributesWithStrings(Map.of("VisibilityTimeout", "43201"))))
        .isInstanceOf(InvalidAttributeValueException.class)
        .hasMessageContaining("Invalid value for the parameter VisibilityTimeout.");
    assertThatThrownBy(
            () ->
                sqs.createQueue(
                    create ->
                        create
                            .queueName("q")
                            .attributesWithStrings(Map.of("VisibilityTimeout", "7"))))
        .isInstanceOf(QueueNameExistsException.class)
        .hasMessageContaining(
            "A queue already exists with the same name and a different value for attribute"
                + " VisibilityTimeout");
  }

  @Test
  void valuesOutOfRangeAreRefused() {
    assertThatThrownBy(() -> receive(11))
        .satisfies(
            e ->
                assertError(
                    e,
                    "InvalidParameterValue",
                    "Value 11 for parameter MaxNumberOfMessages is invalid. Reason: Must be between"
                        + " 1 and 10, if provided."));
    assertThatThrownBy(
            () -> sqs.receiveMessage(receive -> receive.queueUrl(url).waitTimeSeconds(21)))
        .satisfies(
            e ->
                assertError(
                    e,
                    "InvalidParameterValue",
                    "Value 21 for parameter WaitTimeSeconds is invalid. Reason: Must be >= 0 and <="
                        + " 20, if provided."));
    assertThatThrownBy(() -> send(""))
        .satisfies(
            e ->
                assertError(
                    e, "MissingParameter", "The request must contain the parameter MessageBody."));
    assertThatThrownBy(() -> send("x".repeat(1_048_577)))
        .hasMessageContaining("Message must be shorter than 1048576 bytes.");
    assertThatThrownBy(
            () -> sqs.deleteMessage(delete -> delete.queueUrl(url).receiptHandle("nonsense")))
        .isInstanceOf(ReceiptHandleIsInvalidException.class);
    assertThatThrownBy(() -> sqs.createQueue(create -> create.queueName("no spaces")))
        .hasMessageContaining(
            "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length");
    assertThatThrownBy(() -> sqs.createQueue(create -> create.queueName("q.fifo")))
        .hasMessageContaining("A FIFO queue is not implemented by this engine");
    assertThatThrownBy(
            () ->
                sqs.createQueue(
                    create ->
                        create.queueName("r").attributesWithStrings(Map.of("RedrivePolicy", "{}"))))
        .hasMessageContaining("The queue attribute RedrivePolicy is not implemented");
  }

  @Test
  void aPurgedQueueIsEmpty() {
    send("a");
    sqs.purgeQueue(purge -> purge.queueUrl(url));

    assertThat(receive(1)).isEmpty();
  }
}
