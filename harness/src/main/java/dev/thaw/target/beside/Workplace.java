package dev.thaw.target.beside;

import dev.thaw.invocation.Clock;
import dev.thaw.target.Access;
import dev.thaw.target.AwsClients;
import dev.thaw.target.TargetException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.kinesis.model.StreamStatus;

/**
 * One endpoint where work is done: makes what a piece of work needs there, and the requests that
 * are the work; closing removes what was made. Signatures are made once, so an endpoint that checks
 * how old they are refuses them after some minutes. Not thread-safe.
 */
public final class Workplace implements AutoCloseable {
  private static final String NAME = "thaw-beside";
  private static final int OBJECTS = 64;
  private static final int OBJECT_BYTES = 1024;
  private static final int RECORDS = 2048;
  private static final int RECORD_BYTES = 100;

  /** Far more than the rates here need at 1,000 records a second each. */
  private static final int SHARDS = 100;

  private static final Duration LONGEST_CREATION = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(100);

  private final Access access;
  private final Clock clock;
  private final AwsClients clients;
  private final RecordingClient recording = new RecordingClient();
  private final AwsClients recorder;
  private final BesideFunctions functions;
  private final Deque<Runnable> removals = new ArrayDeque<>();

  /**
   * Nothing is made or asked yet. From here on the SDK of this process speaks JSON with Kinesis.
   */
  public Workplace(URI endpoint, Clock clock) {
    // Its own choice would be CBOR, which others refuse.
    System.setProperty(SdkSystemSetting.CBOR_ENABLED.property(), "false");
    this.access = new Access(endpoint, "us-east-1", "000000000000", "thaw");
    this.clock = clock;
    this.clients = new AwsClients(access);
    this.recorder = new AwsClients(access, recording);
    this.functions = new BesideFunctions(clients, clock);
  }

  public URI endpoint() {
    return access.endpoint();
  }

  /** PutObject of 1 KB each, into a bucket of their own, over and over the same keys. */
  public Requests objects() {
    return making(
        "objects",
        () -> {
          clients.s3().createBucket(create -> create.bucket(NAME));
          removals.push(this::removeBucket);
          var body = RequestBody.fromBytes(new byte[OBJECT_BYTES]);
          return IntStream.range(0, OBJECTS)
              .mapToObj(
                  i ->
                      recording.record(
                          () ->
                              recorder
                                  .s3()
                                  .putObject(put -> put.bucket(NAME).key("object-" + i), body)))
              .toList();
        });
  }

  private void removeBucket() {
    for (int i = 0; i < OBJECTS; i++) {
      var key = "object-" + i;
      clients.s3().deleteObject(delete -> delete.bucket(NAME).key(key));
    }
    clients.s3().deleteBucket(delete -> delete.bucket(NAME));
  }

  /** PutRecord of 100 bytes each in JSON, into one stream of many shards. */
  public Requests records() {
    return making(
        "records",
        () -> {
          clients.kinesis().createStream(create -> create.streamName(NAME).shardCount(SHARDS));
          removals.push(() -> clients.kinesis().deleteStream(delete -> delete.streamName(NAME)));
          awaitActive();
          var data = SdkBytes.fromByteArray(new byte[RECORD_BYTES]);
          return IntStream.range(0, RECORDS)
              .mapToObj(
                  i ->
                      recording.record(
                          () ->
                              recorder
                                  .kinesis()
                                  .putRecord(
                                      put ->
                                          put.streamName(NAME)
                                              .partitionKey("key-" + i)
                                              .data(data))))
              .toList();
        });
  }

  private void awaitActive() {
    long deadlineNs = clock.nanoTime() + LONGEST_CREATION.toNanos();
    while (clients
            .kinesis()
            .describeStreamSummary(describe -> describe.streamName(NAME))
            .streamDescriptionSummary()
            .streamStatus()
        != StreamStatus.ACTIVE) {
      if (clock.nanoTime() > deadlineNs) {
        throw new TargetException("the stream is not active after " + LONGEST_CREATION);
      }
      clock.sleep(POLL);
    }
  }

  /** Whether the endpoint simulates a function's environments where its variables say so. */
  public boolean simulates(Map<String, String> variables) {
    try {
      var function = functions.create(variables);
      var answer = functions.invoke(function.name());
      functions.delete(function.name());
      return answer.contains("\"marker\"");
    } catch (SdkException e) {
      throw refused("function", e);
    }
  }

  /**
   * Invokes of a new function that sleeps so long; where the endpoint simulates environments, it is
   * told to by the variables, which others pass on to the function.
   */
  public Requests invocations(Duration sleep, Map<String, String> variables) {
    try {
      var function = functions.create(variables);
      removals.push(() -> functions.delete(function.name()));
      var payload = SdkBytes.fromUtf8String("{\"sleepMs\":%d}".formatted(sleep.toMillis()));
      var request =
          recording.record(
              () ->
                  recorder
                      .lambda()
                      .invoke(invoke -> invoke.functionName(function.name()).payload(payload)));
      return new Requests(endpoint(), List.of(request), function.runtime());
    } catch (SdkException e) {
      throw refused("function", e);
    }
  }

  /** Removes the function that was made last. */
  public void removeLast() {
    if (!removals.isEmpty()) {
      attempt(removals.pop());
    }
  }

  @FunctionalInterface
  private interface Making {
    List<byte[]> make();
  }

  private Requests making(String what, Making making) {
    try {
      return new Requests(endpoint(), making.make(), "");
    } catch (SdkException e) {
      throw refused(what, e);
    }
  }

  /** Without the ids of the request, which differ from one to the next. */
  static String reason(SdkException e) {
    return String.valueOf(e.getMessage()).split(" \\(Service: ", 2)[0];
  }

  private static TargetException refused(String what, SdkException e) {
    return new TargetException(what + ": " + reason(e), e);
  }

  /** Removes everything that it can; the endpoint may be gone, or not able to. */
  @Override
  public void close() {
    while (!removals.isEmpty()) {
      removeLast();
    }
    recorder.close();
    clients.close();
  }

  private static boolean attempt(Runnable removal) {
    try {
      removal.run();
      return true;
    } catch (SdkException left) {
      return false;
    }
  }
}
