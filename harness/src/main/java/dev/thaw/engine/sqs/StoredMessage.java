package dev.thaw.engine.sqs;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** A message in a queue. Not thread-safe: its queue guards it. */
final class StoredMessage {
  private final long number;
  private final String id;
  private final String sender;
  private final OutgoingMessage content;
  private final Instant sent;
  private final long sentNs;
  private long visibleNs;
  private int receipts;
  private @Nullable Instant firstReceived;
  private boolean isInFlight;
  private boolean isDeleted;

  StoredMessage(
      long number, String id, String sender, OutgoingMessage content, Instant sent, long sentNs) {
    this.number = number;
    this.id = id;
    this.sender = sender;
    this.content = content;
    this.sent = sent;
    this.sentNs = sentNs;
    this.visibleNs = sentNs;
  }

  String id() {
    return id;
  }

  String sender() {
    return sender;
  }

  String body() {
    return content.body();
  }

  Map<String, MessageAttributeValue> attributes() {
    return content.attributes();
  }

  Instant sent() {
    return sent;
  }

  long sentNs() {
    return sentNs;
  }

  long visibleNs() {
    return visibleNs;
  }

  int receipts() {
    return receipts;
  }

  Instant firstReceived() {
    return firstReceived == null ? sent : firstReceived;
  }

  boolean isInFlight() {
    return isInFlight;
  }

  boolean isDeleted() {
    return isDeleted;
  }

  void hideUntil(long ns) {
    visibleNs = ns;
  }

  void received(Instant now, long hiddenUntilNs) {
    if (firstReceived == null) {
      firstReceived = now;
    }
    receipts++;
    isInFlight = true;
    visibleNs = hiddenUntilNs;
  }

  void returned() {
    isInFlight = false;
  }

  void delete() {
    isDeleted = true;
  }

  int compareVisible(StoredMessage other) {
    int byTime = Long.signum(visibleNs - other.visibleNs);
    return byTime != 0 ? byTime : Long.compare(number, other.number);
  }
}
