package dev.thaw.engine.trigger.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.thaw.engine.EngineUnderTest;
import dev.thaw.engine.PlatformSettings;
import dev.thaw.engine.environment.InvocationRequest;
import dev.thaw.engine.environment.InvocationResult;
import dev.thaw.engine.lambda.TestFunctions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.CreateEventSourceMappingRequest;
import software.amazon.awssdk.services.lambda.model.EventSourcePosition;

/**
 * An engine with a stream "orders" and a function "consumer", whose platform time goes sixty times
 * as fast as the clock: a poll each 17 ms.
 */
final class MappedStream implements AutoCloseable {
  static final String STREAM_ARN =
      "arn:aws:kinesis:eu-west-1:" + EngineUnderTest.ACCOUNT + ":stream/orders";
  static final ObjectMapper JSON = new ObjectMapper();
  private static final double SCALE = 60;

  final EngineUnderTest engine;
  final KinesisClient kinesis;
  final LambdaClient lambda;

  /** The events that the function got, in their order. */
  final List<JsonNode> events = new CopyOnWriteArrayList<>();

  MappedStream(Path folder, int shards) {
    this(folder, shards, SCALE);
  }

  MappedStream(Path folder, int shards, double scale) {
    engine = EngineUnderTest.start(folder, PlatformSettings.DEFAULT.withTimeScale(scale));
    kinesis = engine.kinesis();
    lambda = engine.lambda();
    answer(event -> "null");
    kinesis.createStream(create -> create.streamName("orders").shardCount(shards));
    await(
        () ->
            kinesis
                .describeStreamSummary(get -> get.streamName("orders"))
                .streamDescriptionSummary()
                .streamStatusAsString()
                .equals("ACTIVE"));
    function("consumer");
  }

  void function(String name) {
    TestFunctions.createActive(lambda, name);
  }

  /** Lets the function return that JSON to each event; it fails where that is null. */
  void answer(Function<JsonNode, @Nullable String> function) {
    respond(
        event -> {
          var response = function.apply(event);
          return CompletableFuture.completedFuture(
              response == null
                  ? new InvocationResult("{\"errorType\":\"E\"}".getBytes(UTF_8), "Unhandled", "")
                  : new InvocationResult(response.getBytes(UTF_8), null, ""));
        });
  }

  void respond(Function<JsonNode, CompletableFuture<InvocationResult>> function) {
    engine
        .environments()
        .answerWith(
            request -> {
              var event = parse(request);
              events.add(event);
              return function.apply(event);
            });
  }

  private static JsonNode parse(InvocationRequest request) {
    return json(new String(request.payload(), UTF_8));
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  /** Creates a mapping from the oldest record on, and waits until it is enabled. */
  String map(Consumer<CreateEventSourceMappingRequest.Builder> settings) {
    var uuid =
        lambda
            .createEventSourceMapping(
                create ->
                    settings.accept(
                        create
                            .functionName("consumer")
                            .eventSourceArn(STREAM_ARN)
                            .startingPosition(EventSourcePosition.TRIM_HORIZON)))
            .uuid();
    awaitState(uuid, "Enabled");
    return uuid;
  }

  void awaitState(String uuid, String state) {
    await(() -> lambda.getEventSourceMapping(get -> get.uuid(uuid)).state().equals(state));
  }

  void put(String... data) {
    for (var each : data) {
      putWithKey("key", each);
    }
  }

  String putWithKey(String key, String data) {
    return kinesis
        .putRecord(
            put -> put.streamName("orders").partitionKey(key).data(SdkBytes.fromUtf8String(data)))
        .sequenceNumber();
  }

  static List<String> data(JsonNode event) {
    var data = new ArrayList<String>();
    for (var record : event.path("Records")) {
      data.add(
          new String(Base64.getDecoder().decode(record.at("/kinesis/data").textValue()), UTF_8));
    }
    return data;
  }

  /** What each event held so far. */
  List<List<String>> batches() {
    return events.stream().map(MappedStream::data).toList();
  }

  static void await(BooleanSupplier condition) {
    for (int tries = 0; tries < 1_000 && !condition.getAsBoolean(); tries++) {
      pause(20);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }

  static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  void awaitEvents(int count) {
    await(() -> events.size() >= count);
  }

  @Override
  public void close() {
    kinesis.close();
    lambda.close();
    engine.close();
  }
}
