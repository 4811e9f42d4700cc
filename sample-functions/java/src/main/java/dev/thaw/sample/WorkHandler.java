package dev.thaw.sample;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Does the work it is asked for and answers with its marker. {@code INIT_SLEEP_MS}, {@code
 * INIT_CPU_MS} and {@code INIT_FAULT} do the same to its initialisation.
 */
public final class WorkHandler implements RequestHandler<Map<String, Object>, Answer> {
  private static final long NS_PER_MS = 1_000_000;

  private final String environmentId = UUID.randomUUID().toString();
  private final AtomicLong invocations = new AtomicLong();
  private final String initializationType;
  private final long initializedAtNs;

  /** What Lambda calls: configured by the environment's variables. */
  public WorkHandler() {
    this(System.getenv());
  }

  WorkHandler(Map<String, String> variables) {
    initializationType = variables.getOrDefault("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
    sleep(Long.parseLong(variables.getOrDefault("INIT_SLEEP_MS", "0")));
    burn(Long.parseLong(variables.getOrDefault("INIT_CPU_MS", "0")));
    Fault.of(variables.get("INIT_FAULT")).strike();
    initializedAtNs = epochNs();
  }

  /** Takes the event as a map, because Lambda's serializer reads no records. */
  @Override
  public Answer handleRequest(Map<String, Object> event, Context context) {
    return perform(Work.of(event));
  }

  Answer perform(Work work) {
    long startedAtNs = epochNs();
    long index = invocations.incrementAndGet();
    sleep(work.sleepMs());
    burn(work.cpuMs());
    int allocated = allocate(work.allocateMb());
    Fault.of(work.fault()).strike();
    var padding = "x".repeat(Math.max(0, work.answerBytes()) + (allocated < 0 ? 1 : 0));
    var marker =
        new Marker(
            environmentId, index, initializedAtNs, startedAtNs, epochNs(), initializationType);
    return new Answer(marker, padding);
  }

  private static void sleep(long ms) {
    if (ms <= 0) {
      return;
    }
    try {
      Thread.sleep(ms);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void burn(long ms) {
    long end = System.nanoTime() + ms * NS_PER_MS;
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  /** Touches every page; the sum keeps the compiler from leaving the work out. */
  private static int allocate(int megabytes) {
    int sum = 0;
    var blocks = new byte[Math.max(0, megabytes)][];
    for (int i = 0; i < blocks.length; i++) {
      blocks[i] = new byte[1 << 20];
      for (int page = 0; page < blocks[i].length; page += 4096) {
        blocks[i][page] = 1;
        sum += blocks[i][page];
      }
    }
    return sum;
  }

  private static long epochNs() {
    var now = Instant.now();
    return now.getEpochSecond() * 1_000_000_000L + now.getNano();
  }
}
