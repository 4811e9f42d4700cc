package dev.thaw.engine.sqs;

import dev.thaw.engine.protocol.AsyncOperation;
import dev.thaw.engine.protocol.Call;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;

/**
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html.
 */
record ReceiveMessage(Queues queues)
    implements AsyncOperation<ReceiveMessageRequest, ReceiveMessageResponse> {
  private static final int MOST = 10;
  private static final int LONGEST_WAIT = 20;
  private static final int LONGEST_HIDING = 43_200;

  @Override
  public CompletableFuture<ReceiveMessageResponse> handle(
      Call call, ReceiveMessageRequest request) {
    var queue = queues.get(call, request.queueUrl());
    var most = Optional.ofNullable(request.maxNumberOfMessages()).orElse(1);
    if (most < 1 || most > MOST) {
      throw SqsError.invalidValue(
          "MaxNumberOfMessages", most, "Must be between 1 and 10, if provided.");
    }
    return queue
        .receive(most, hiding(request.visibilityTimeout(), queue), wait(request, queue))
        .thenApply(received -> response(received, request));
  }

  static Duration hiding(@Nullable Integer seconds, Queue queue) {
    if (seconds == null) {
      return queue.settings().duration(Attribute.VISIBILITY_TIMEOUT);
    }
    if (seconds < 0 || seconds > LONGEST_HIDING) {
      throw SqsError.invalidValue(
          "VisibilityTimeout", seconds, "Must be >= 0 and <= 43200, if provided.");
    }
    return Duration.ofSeconds(seconds);
  }

  private static Duration wait(ReceiveMessageRequest request, Queue queue) {
    var seconds = request.waitTimeSeconds();
    if (seconds == null) {
      return queue.settings().duration(Attribute.WAIT);
    }
    if (seconds < 0 || seconds > LONGEST_WAIT) {
      throw SqsError.invalidValue(
          "WaitTimeSeconds", seconds, "Must be >= 0 and <= 20, if provided.");
    }
    return Duration.ofSeconds(seconds);
  }

  private static ReceiveMessageResponse response(
      List<Queue.Received> received, ReceiveMessageRequest request) {
    if (received.isEmpty()) {
      return ReceiveMessageResponse.builder().build();
    }
    return ReceiveMessageResponse.builder()
        .messages(received.stream().map(each -> message(each, request)).toList())
        .build();
  }

  private static Message message(Queue.Received received, ReceiveMessageRequest request) {
    var stored = received.message();
    var message =
        Message.builder()
            .messageId(stored.id())
            .receiptHandle(received.handle())
            .body(stored.body())
            .md5OfBody(Md5.of(stored.body()));
    var system = systemAttributes(received, request);
    if (!system.isEmpty()) {
      message.attributesWithStrings(system);
    }
    var own = asked(stored.attributes(), request.messageAttributeNames());
    if (!own.isEmpty()) {
      message.messageAttributes(own).md5OfMessageAttributes(Md5.of(own));
    }
    return message.build();
  }

  // Clients of before 2024 still ask by the older member.
  @SuppressWarnings("deprecation")
  private static Map<String, String> systemAttributes(
      Queue.Received received, ReceiveMessageRequest request) {
    var stored = received.message();
    var all = new LinkedHashMap<String, String>();
    all.put("SenderId", stored.sender());
    all.put("SentTimestamp", Long.toString(stored.sent().toEpochMilli()));
    all.put("ApproximateReceiveCount", Integer.toString(received.count()));
    all.put(
        "ApproximateFirstReceiveTimestamp", Long.toString(stored.firstReceived().toEpochMilli()));
    var older = request.attributeNamesAsStrings();
    var newer = request.messageSystemAttributeNamesAsStrings();
    if (!older.contains("All") && !newer.contains("All")) {
      all.keySet().removeIf(name -> !older.contains(name) && !newer.contains(name));
    }
    return all;
  }

  /**
   * Those that are named, all of them, or all under a prefix: {@code depth}, {@code All}, {@code
   * depth.*}.
   */
  private static Map<String, MessageAttributeValue> asked(
      Map<String, MessageAttributeValue> all, List<String> names) {
    var found = new LinkedHashMap<>(all);
    found.keySet().removeIf(name -> names.stream().noneMatch(pattern -> isMeant(name, pattern)));
    return found;
  }

  private static boolean isMeant(String name, String pattern) {
    return pattern.equals("All")
        || pattern.equals(name)
        || (pattern.endsWith(".*") && name.startsWith(pattern.substring(0, pattern.length() - 2)));
  }
}
