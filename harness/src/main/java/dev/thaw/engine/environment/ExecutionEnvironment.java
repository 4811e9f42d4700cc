package dev.thaw.engine.environment;

import dev.thaw.engine.environment.EnvironmentLog.InitPhase;
import dev.thaw.invocation.Clock;
import dev.thaw.invocation.ReportLine;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One execution environment: a sandbox and the lifecycle of the runtimes in it, Init, Invoke and
 * Shutdown, with what Lambda logs and answers on the way. It runs one invocation at a time, and
 * starts with the one it was made for.
 *
 * <p>A crash or a timeout resets the environment: its processes are killed, its {@code /tmp} stays,
 * and the next invocation initialises it anew on its own time. An Init phase that fails or exceeds
 * its limit is repeated once, in the same way, within the invocation that waits for it; where none
 * waits for it, the environment ends.
 *
 * <p>All state is touched on the sandbox's loop alone; {@link #invoke} and {@link #end} may be
 * called from anywhere.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html">
 *     Lambda execution environment lifecycle</a>
 */
final class ExecutionEnvironment implements RuntimeListener {
  private enum Phase {
    /** Made, but not started. */
    CREATED,
    /** The Init phase, which an invocation waits for. */
    INIT,
    /** The Init phase ahead of any invocation. */
    INIT_AHEAD,
    /** Waiting for an invocation, or about to be. */
    IDLE,
    /** Initialising once more, on the time of the invocation. */
    INIT_IN_INVOKE,
    /** An invocation waits until the runtime asks for it. */
    PENDING,
    /** The function runs. */
    INVOKE,
    /** The runtime reported an error, and now goes on or exits. */
    FAILED,
    /** No runtime; the next invocation starts one. */
    RESET,
    /** Ended for good. */
    ENDED
  }

  private static final long NS_PER_MS = 1_000_000;
  private static final String EXIT_ERROR = "Runtime.ExitError";

  private final EnvironmentIdentity identity;
  private final FunctionVersion function;
  private final FleetSettings settings;
  private final Sandbox sandbox;
  private final EnvironmentLog log;
  private final EnvironmentOwner owner;
  private final EnvironmentLoop loop;

  private Phase phase = Phase.CREATED;
  private final CompletableFuture<Void> ahead = new CompletableFuture<>();
  private @Nullable OngoingInvocation current;
  private @Nullable RuntimeSession session;
  private boolean asksForNext;
  private long initStartedNs;
  private EnvironmentLoop.Cancellable timer = EnvironmentLoop.Cancellable.NOTHING;

  ExecutionEnvironment(
      EnvironmentIdentity identity,
      FleetSettings settings,
      Sandbox sandbox,
      EnvironmentLog log,
      EnvironmentOwner owner) {
    this.identity = identity;
    this.function = identity.function();
    this.settings = settings;
    this.sandbox = sandbox;
    this.log = log;
    this.owner = owner;
    this.loop = sandbox.loop();
  }

  FunctionVersion function() {
    return function;
  }

  private Clock clock() {
    return settings.clock();
  }

  /** Runs an invocation; the one before it has been answered. */
  CompletableFuture<InvocationResult> invoke(InvocationRequest request) {
    long second = clock().now().getEpochSecond();
    var trace = new Trace(request.requestId(), second, function.attachments().isTraced());
    var invocation = new OngoingInvocation(request, trace, clock().nanoTime());
    loop.execute(() -> accept(invocation));
    return invocation.future();
  }

  /** Initialises ahead of any invocation; when that fails the environment has ended. */
  CompletableFuture<Void> initialize() {
    loop.execute(() -> start(Phase.INIT_AHEAD));
    return ahead;
  }

  /** Whether its runtime waits for an invocation; on its loop only. */
  boolean isIdle() {
    return phase == Phase.IDLE;
  }

  /** Ends the environment for good; an invocation that is going on fails. */
  void end() {
    loop.execute(() -> endNow(ended()));
  }

  private void accept(OngoingInvocation invocation) {
    if (phase == Phase.ENDED) {
      invocation.future().completeExceptionally(ended());
      return;
    }
    current = invocation;
    switch (phase) {
      case CREATED -> start(Phase.INIT);
      case IDLE -> {
        limitInvocation(invocation);
        phase = Phase.PENDING;
        if (asksForNext) {
          deliver(invocation);
        }
      }
      case RESET -> initializeInInvoke(invocation);
      default -> throw new IllegalStateException("an invocation is going on: " + phase);
    }
  }

  private void start(Phase next) {
    phase = next;
    asksForNext = false;
    session = RuntimeSession.start(sandbox, this);
  }

  private void initializeInInvoke(OngoingInvocation invocation) {
    limitInvocation(invocation);
    start(Phase.INIT_IN_INVOKE);
  }

  private void limitInvocation(OngoingInvocation invocation) {
    timer.cancel();
    timer = loop.at(invocation.startedNs() + function.timeout().toNanos(), this::timedOut);
  }

  @Override
  public void started(long atNs) {
    initStartedNs = atNs;
    log.initStarted(initPhase());
    if (phase == Phase.INIT || phase == Phase.INIT_AHEAD) {
      long limitNs = settings.initLimit(function, identity.type()).toNanos();
      timer = loop.at(atNs + limitNs, this::initTimedOut);
    }
  }

  @Override
  public void ready(long atNs) {
    asksForNext = true;
    switch (phase) {
      case INIT -> {
        var invocation = current();
        invocation.initialized(atNs - initStartedNs, atNs);
        log.initialized(InitPhase.ON_DEMAND, atNs - initStartedNs);
        limitInvocation(invocation);
        deliver(invocation);
      }
      case INIT_AHEAD -> initializedAhead(atNs);
      case INIT_IN_INVOKE -> {
        log.initialized(InitPhase.IN_INVOKE, atNs - initStartedNs);
        deliver(current());
      }
      case PENDING -> deliver(current());
      case FAILED -> finish(current().failedNs(), current().failure().payload(), "Unhandled");
      default -> {}
    }
  }

  private InitPhase initPhase() {
    return switch (phase) {
      case INIT -> InitPhase.ON_DEMAND;
      case INIT_AHEAD -> InitPhase.AHEAD;
      default -> InitPhase.IN_INVOKE;
    };
  }

  private void initializedAhead(long atNs) {
    timer.cancel();
    session().flushOutput();
    log.initialized(InitPhase.AHEAD, atNs - initStartedNs);
    phase = Phase.IDLE;
    ahead.complete(null);
  }

  private void deliver(OngoingInvocation invocation) {
    log.started(invocation);
    phase = Phase.INVOKE;
    asksForNext = false;
    long leftNs = invocation.startedNs() + function.timeout().toNanos() - clock().nanoTime();
    long deadlineMs = (clock().epochNs() + leftNs) / NS_PER_MS;
    session()
        .deliver(
            new Delivery(
                invocation.request(), invocation.trace(), invocation.startedNs(), deadlineMs));
  }

  @Override
  public void responded(long atNs, byte[] payload) {
    if (phase == Phase.INVOKE) {
      finish(atNs, payload, null);
    }
  }

  @Override
  public void failed(long atNs, Failure failure) {
    if (phase == Phase.INVOKE) {
      current().failed(atNs, failure);
      phase = Phase.FAILED;
    }
  }

  @Override
  public void unstartable(long atNs, String errorType, String message) {
    initFailed(atNs, Failure.ofPlatform(errorType, requestId(), message));
  }

  @Override
  public void initFailed(long atNs, Failure failure) {
    switch (phase) {
      case INIT -> {
        reportInit(atNs, failure.errorType());
        repeatInit(atNs);
      }
      case INIT_AHEAD -> {
        reportInit(atNs, failure.errorType());
        endNow(new InitFailedException(failure.errorType()));
      }
      case INIT_IN_INVOKE -> {
        reportInit(atNs, failure.errorType());
        log.started(current());
        reset(atNs, failure, "error", failure.errorType());
      }
      default -> {}
    }
  }

  private void reportInit(long atNs, @Nullable String errorType) {
    session().flushOutput();
    log.initFailed(initPhase(), atNs - initStartedNs, errorType);
  }

  private void initTimedOut() {
    long now = clock().nanoTime();
    reportInit(now, null);
    if (phase == Phase.INIT_AHEAD) {
      endNow(new InitFailedException("Sandbox.Timedout"));
    } else {
      repeatInit(now);
    }
  }

  private void repeatInit(long atNs) {
    session().kill();
    var invocation = current();
    invocation.restartedAt(atNs);
    initializeInInvoke(invocation);
  }

  @Override
  public void exited(long atNs, ExitStatus status) {
    session().flushOutput();
    switch (phase) {
      case INIT, INIT_AHEAD, INIT_IN_INVOKE ->
          initFailed(atNs, Failure.exited(requestId(), status));
      case INVOKE ->
          reset(atNs, Failure.exited(current().requestId(), status), "error", EXIT_ERROR);
      // Seen in a log of a Java function whose handler threw an Error: its own error is the answer.
      case FAILED -> reset(atNs, current().failure(), "error", EXIT_ERROR);
      case PENDING -> {
        session().kill();
        initializeInInvoke(current());
      }
      default -> {
        session().kill();
        phase = Phase.RESET;
        owner.lost();
      }
    }
  }

  private void timedOut() {
    long now = clock().nanoTime();
    session().flushOutput();
    if (phase == Phase.INIT_IN_INVOKE) {
      log.initFailed(InitPhase.IN_INVOKE, now - initStartedNs, null);
    }
    if (phase == Phase.INIT_IN_INVOKE || phase == Phase.PENDING) {
      log.started(current());
    }
    reset(now, Failure.timedOut(requestId(), function.timeout().toSeconds()), "timeout", null);
  }

  private void finish(long atNs, byte[] payload, @Nullable String functionError) {
    session().flushOutput();
    phase = Phase.IDLE;
    answer(current().report(atNs, function, maxMemoryUsedMb()), payload, functionError);
  }

  private void reset(long atNs, Failure failure, String status, @Nullable String errorType) {
    var report = current().report(atNs, function, maxMemoryUsedMb()).withStatus(status, errorType);
    session().kill();
    phase = Phase.RESET;
    answer(report, failure.payload(), "Unhandled");
  }

  /** Free for the next invocation before its caller can send one. */
  private void answer(ReportLine report, byte[] payload, @Nullable String functionError) {
    timer.cancel();
    var invocation = current();
    current = null;
    log.ended(invocation, report, payload.length);
    var result = new InvocationResult(payload, functionError, log.takeTail(), report);
    owner.released(this);
    invocation.future().complete(result);
  }

  @Override
  public void printed(String line) {
    log.printed(line, current != null);
  }

  @Override
  public void broken(Throwable cause) {
    endNow(cause);
  }

  private void endNow(Throwable cause) {
    if (phase == Phase.ENDED) {
      return;
    }
    timer.cancel();
    if (session != null) {
      session.kill();
    }
    phase = Phase.ENDED;
    sandbox.remove();
    owner.ended(this);
    ahead.completeExceptionally(cause);
    if (current != null) {
      current.future().completeExceptionally(cause);
      current = null;
    }
  }

  private static IllegalStateException ended() {
    return new IllegalStateException("the execution environment was ended with its engine");
  }

  private int maxMemoryUsedMb() {
    return session().maxMemoryUsedMb();
  }

  /** Empty while no invocation waits. */
  private String requestId() {
    return current == null ? "" : current.requestId();
  }

  private OngoingInvocation current() {
    return expect(current, "invocation");
  }

  private RuntimeSession session() {
    return expect(session, "runtime");
  }

  private <T> T expect(@Nullable T value, String what) {
    if (value == null) {
      throw new IllegalStateException("no " + what + " in phase " + phase);
    }
    return value;
  }
}
