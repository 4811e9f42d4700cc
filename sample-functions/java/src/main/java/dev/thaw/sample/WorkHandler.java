package dev.thaw.sample;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Does the work that each event asks for, whoever invokes it, logs which events it handled, and
 * answers with its marker, behind a proxy as a proxy's answer. {@code THAW_WORK} is the work, as
 * JSON, for events that carry none: uploads. {@code INIT_SLEEP_MS}, {@code INIT_CPU_MS} and {@code
 * INIT_FAULT} do the same to its initialisation.
 */
public final class WorkHandler implements RequestHandler<Map<String, Object>, Map<String, Object>> {
  private final String environmentId = UUID.randomUUID().toString();
  private final AtomicLong invocations = new AtomicLong();
  private final String initializationType;
  private final Work workOfOthers;
  private final long initializedAtNs;

  /** What Lambda calls: configured by the environment's variables. */
  public WorkHandler() {
    this(System.getenv());
  }

  WorkHandler(Map<String, String> variables) {
    initializationType = variables.getOrDefault("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
    workOfOthers = Work.of(Json.object(variables.get("THAW_WORK")));
    Load.sleep(Long.parseLong(variables.getOrDefault("INIT_SLEEP_MS", "0")));
    Load.burn(Long.parseLong(variables.getOrDefault("INIT_CPU_MS", "0")));
    Fault.of(variables.get("INIT_FAULT")).strike();
    initializedAtNs = epochNs();
  }

  /** Takes the payload as a map, because Lambda's serializer reads no records. */
  @Override
  public Map<String, Object> handleRequest(Map<String, Object> payload, Context context) {
    return handle(payload, () -> context.getAwsRequestId(), System.out::println);
  }

  Map<String, Object> handle(
      Map<String, Object> payload, Supplier<String> requestId, Consumer<String> log) {
    var batch = Batch.of(payload);
    long startedAtNs = epochNs();
    long index = invocations.incrementAndGet();
    boolean isFailed = true;
    Marker marker;
    int answerBytes = 0;
    try {
      for (var event : batch.events()) {
        var asked = event.asked();
        var work = asked == null ? workOfOthers : Work.of(asked);
        Load.of(work);
        answerBytes = Math.max(answerBytes, work.answerBytes());
      }
      isFailed = false;
    } finally {
      marker = marker(index, startedAtNs);
      new HandledLines(requestId, batch, marker, isFailed).lines().forEach(log);
    }
    var answer = new Answer(marker, "x".repeat(Math.max(0, answerBytes))).members();
    return batch.source() == Source.HTTP ? HttpBody.answer(answer) : answer;
  }

  private Marker marker(long index, long startedAtNs) {
    return new Marker(
        environmentId, index, initializedAtNs, startedAtNs, epochNs(), initializationType);
  }

  private static long epochNs() {
    var now = Instant.now();
    return now.getEpochSecond() * 1_000_000_000L + now.getNano();
  }
}
