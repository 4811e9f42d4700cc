package dev.thaw.target.conform;

import dev.thaw.invocation.Clock;
import dev.thaw.target.AwsClients;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.CreateFunctionRequest;

/**
 * What one check works with: the endpoint's clients, resources of its own that are deleted with the
 * stage, and the endpoint's platform time. Used by one thread, which may do several things at once
 * by {@link #meanwhile}.
 */
final class Stage implements AutoCloseable {
  /** What an endpoint may take for its own work, on top of what AWS waits. */
  private static final Duration GRACE = Duration.ofSeconds(40);

  private final Setting setting;
  private final String prefix;
  private final Mask mask;
  private final Deque<Runnable> cleanUps = new ArrayDeque<>();
  private final AtomicInteger made = new AtomicInteger();
  private final ExecutorService callers = Executors.newCachedThreadPool(Stage::daemon);

  Stage(Setting setting, String prefix) {
    this.setting = setting;
    this.prefix = prefix;
    this.mask = new Mask(setting.identity());
  }

  private static Thread daemon(Runnable task) {
    var thread = new Thread(task, "conform-caller");
    thread.setDaemon(true);
    return thread;
  }

  AwsClients clients() {
    return setting.clients();
  }

  LambdaClient lambda() {
    return clients().lambda();
  }

  Clock clock() {
    return setting.clock();
  }

  Setting.Identity identity() {
    return setting.identity();
  }

  Mask mask() {
    return mask;
  }

  /** The package of Thaw's sample function in Java. */
  byte[] javaSample() {
    return setting.packages().read("sample:java");
  }

  // Resources.

  /** A name that nothing else has; shown as that word from now on. */
  String name(String word) {
    int number = made.incrementAndGet();
    var name = prefix + "-" + number;
    mask.name(name, word);
    return name;
  }

  /** Deletes something when the stage is closed; what was made last goes first. */
  void atTheEnd(Runnable cleanUp) {
    cleanUps.push(cleanUp);
  }

  /** A function that can be invoked. */
  Subject function(Script script) {
    return function(script, settings -> settings);
  }

  Subject function(Script script, UnaryOperator<CreateFunctionRequest.Builder> settings) {
    return Subject.create(this, "function", script, settings);
  }

  /** A second function beside the first. */
  Subject otherFunction(Script script) {
    return Subject.create(this, "other function", script, settings -> settings);
  }

  Mailbox queue() {
    return Mailbox.create(this);
  }

  // What is seen.

  /** An answer as text, with what differs from run to run masked. */
  String shown(SdkResponse response) {
    return mask.apply(Shown.response(response));
  }

  /** These members of an answer as text. */
  String shown(SdkResponse response, String... members) {
    return mask.apply(Shown.response(response, members));
  }

  /** The error that a call ends with. */
  String refusal(Supplier<? extends SdkResponse> call) {
    try {
      return "accepted: " + shown(call.get());
    } catch (AwsServiceException e) {
      if (Unsupported.is(e)) {
        throw e;
      }
      return mask.apply(Shown.error(e));
    }
  }

  // Time.

  /** Platform time, for differences. */
  Duration now() {
    return platform(Duration.ofNanos(clock().nanoTime()));
  }

  /** What a stretch of the clock is in platform time. */
  Duration platform(Duration onClock) {
    return Duration.ofNanos((long) (onClock.toNanos() * setting.timeScale()));
  }

  /** Waits that long in platform time. */
  void pause(Duration platform) {
    clock().sleep(onClock(platform));
  }

  private Duration onClock(Duration platform) {
    return Duration.ofNanos((long) (platform.toNanos() / setting.timeScale()));
  }

  /** Looks until there is something to see, at most that long in platform time and a little. */
  <T> T await(String what, Duration limit, Supplier<Optional<T>> look) {
    long deadlineNs = clock().nanoTime() + onClock(limit).plus(GRACE).toNanos();
    while (true) {
      var seen = look.get();
      if (seen.isPresent()) {
        return seen.orElseThrow();
      }
      if (clock().nanoTime() > deadlineNs || Thread.currentThread().isInterrupted()) {
        throw new NotSeenException(
            "no %s within %d s and %d s of grace"
                .formatted(what, limit.toSeconds(), GRACE.toSeconds()));
      }
      clock().sleep(setting.pollInterval());
    }
  }

  /** Does something beside what follows. */
  <T> CompletableFuture<T> meanwhile(Supplier<T> task) {
    return CompletableFuture.supplyAsync(task, callers);
  }

  /** Deletes everything; what resists is left, for an endpoint that errs is what is looked for. */
  @Override
  public void close() {
    callers.shutdownNow();
    // The SDK refuses to work for an interrupted thread, and an interrupt is why we may be here.
    boolean wasInterrupted = Thread.interrupted();
    while (!cleanUps.isEmpty()) {
      try {
        cleanUps.pop().run();
      } catch (SdkException resists) {
        // The next one may not.
      }
    }
    if (wasInterrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
