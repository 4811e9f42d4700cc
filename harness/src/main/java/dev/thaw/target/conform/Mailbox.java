package dev.thaw.target.conform;

import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** An SQS queue that a check reads. */
record Mailbox(Stage stage, String url, String arn) {
  static Mailbox create(Stage stage) {
    var name = stage.name("queue");
    var sqs = stage.clients().sqs();
    stage.atTheEnd(
        () -> {
          var there = sqs.getQueueUrl(get -> get.queueName(name)).queueUrl();
          sqs.deleteQueue(delete -> delete.queueUrl(there));
        });
    var url = sqs.createQueue(create -> create.queueName(name)).queueUrl();
    var identity = stage.identity();
    return new Mailbox(
        stage, url, "arn:aws:sqs:%s:%s:%s".formatted(identity.region(), identity.account(), name));
  }

  private SqsClient sqs() {
    return stage.clients().sqs();
  }

  /** The next message, with all its attributes. */
  Message await(Duration limit) {
    return stage.await("message in the queue", limit, this::next);
  }

  /** The next message's body as JSON, its members by name, masked. */
  String awaitBody(Duration limit) {
    return stage.mask().apply(Shown.sorted(Shown.parsed(await(limit).body())));
  }

  /** A message, if there is one now. */
  Optional<Message> next() {
    var messages =
        sqs()
            .receiveMessage(
                receive ->
                    receive
                        .queueUrl(url)
                        .maxNumberOfMessages(1)
                        .messageAttributeNames("All")
                        .waitTimeSeconds(0))
            .messages();
    if (messages.isEmpty()) {
      return Optional.empty();
    }
    var message = messages.get(0);
    sqs().deleteMessage(gone -> gone.queueUrl(url).receiptHandle(message.receiptHandle()));
    return Optional.of(message);
  }
}
