package dev.thaw.engine.sqs;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** A message in a queue. Not thread-safe: its queue guards it. */
final class StoredMessage {
  private final long number;
  private final String id;
  private final OutgoingMessage content;
  private final Dispatch dispatch;
  private long visibleNs;
  private int receipts;
  private @Nullable Instant firstReceived;
  private boolean isInFlight;
  private boolean isDeleted;

  /** Who sent it and when, as a date and on the clock. */
  record Dispatch(String sender, Instant at, long atNs) {}

  StoredMessage(long number, String id, OutgoingMessage content, Dispatch dispatch) {
    this.number = number;
    this.id = id;
    this.content = content;
    this.dispatch = dispatch;
    this.visibleNs = dispatch.atNs();
  }

  String id() {
    return id;
  }

  String sender() {
    return dispatch.sender();
  }

  String body() {
    return content.body();
  }

  Map<String, MessageAttributeValue> attributes() {
    return content.attributes();
  }

  Instant sent() {
    return dispatch.at();
  }

  long sentNs() {
    return dispatch.atNs();
  }

  long visibleNs() {
    return visibleNs;
  }

  int receipts() {
    return receipts;
  }

  Instant firstReceived() {
    return firstReceived == null ? dispatch.at() : firstReceived;
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
