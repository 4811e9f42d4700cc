package dev.thaw.engine.environment;

import dev.thaw.invocation.Clock;
import dev.thaw.invocation.ReportLine;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One execution environment: a sandbox and the lifecycle of the runtimes in it, Init, Invoke and
 * Shutdown, with what Lambda logs and answers on the way. It runs one invocation at a time, and
 * starts with the one it was made for.
 *
 * <p>A crash or a timeout resets the environment: its processes are killed, its {@code /tmp} stays,
 * and the next invocation initialises it anew on its own time. An Init phase that fails or exceeds
 * its limit is repeated once, in the same way, within the invocation that waits for it.
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

  private final FunctionVersion function;
  private final FleetSettings settings;
  private final Sandbox sandbox;
  private final EnvironmentLog log;
  private final Consumer<ExecutionEnvironment> released;
  private final EnvironmentLoop loop;

  private Phase phase = Phase.CREATED;
  private @Nullable OngoingInvocation current;
  private @Nullable RuntimeSession session;
  private boolean asksForNext;
  private long initStartedNs;
  private EnvironmentLoop.Cancellable timer = EnvironmentLoop.Cancellable.NOTHING;

  ExecutionEnvironment(
      FunctionVersion function,
      FleetSettings settings,
      Sandbox sandbox,
      EnvironmentLog log,
      Consumer<ExecutionEnvironment> released) {
    this.function = function;
    this.settings = settings;
    this.sandbox = sandbox;
    this.log = log;
    this.released = released;
    this.loop = sandbox.loop();
  }

  private Clock clock() {
    return settings.clock();
  }

  /** Runs an invocation; the one before it has been answered. */
  CompletableFuture<InvocationResult> invoke(InvocationRequest request) {
    var invocation = new OngoingInvocation(request, clock().nanoTime());
    loop.execute(() -> accept(invocation));
    return invocation.future();
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
    if (phase == Phase.INIT) {
      log.writeToStream(PlatformLines.initStart(function));
      timer = loop.at(atNs + settings.initLimit().toNanos(), this::initTimedOut);
    }
  }

  @Override
  public void ready(long atNs) {
    asksForNext = true;
    switch (phase) {
      case INIT -> {
        var invocation = current();
        invocation.initialized(atNs - initStartedNs, atNs);
        limitInvocation(invocation);
        deliver(invocation);
      }
      case INIT_IN_INVOKE, PENDING -> deliver(current());
      case FAILED -> finish(current().failedNs(), current().failure().payload(), "Unhandled");
      default -> {}
    }
  }

  private void deliver(OngoingInvocation invocation) {
    log.write(PlatformLines.start(invocation.requestId(), function));
    phase = Phase.INVOKE;
    asksForNext = false;
    long leftNs = invocation.startedNs() + function.timeout().toNanos() - clock().nanoTime();
    long deadlineMs = (clock().epochNs() + leftNs) / NS_PER_MS;
    session().deliver(new Delivery(invocation.request(), invocation.startedNs(), deadlineMs));
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
    initFailed(atNs, Failure.ofPlatform(errorType, current().requestId(), message));
  }

  @Override
  public void initFailed(long atNs, Failure failure) {
    if (phase != Phase.INIT && phase != Phase.INIT_IN_INVOKE) {
      return;
    }
    session().flushOutput();
    boolean isInitPhase = phase == Phase.INIT;
    log.write(
        PlatformLines.initReport(
            atNs - initStartedNs, isInitPhase ? "init" : "invoke", failure.errorType()));
    if (isInitPhase) {
      repeatInit(atNs);
    } else {
      log.write(PlatformLines.start(current().requestId(), function));
      reset(atNs, failure, "error", failure.errorType());
    }
  }

  private void initTimedOut() {
    long now = clock().nanoTime();
    session().flushOutput();
    log.write(PlatformLines.initReport(now - initStartedNs, "init", null));
    repeatInit(now);
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
      case INIT, INIT_IN_INVOKE -> initFailed(atNs, Failure.exited(current().requestId(), status));
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
      }
    }
  }

  private void timedOut() {
    long now = clock().nanoTime();
    session().flushOutput();
    var requestId = current().requestId();
    if (phase == Phase.INIT_IN_INVOKE) {
      log.write(PlatformLines.initReport(now - initStartedNs, "invoke", null));
    }
    if (phase == Phase.INIT_IN_INVOKE || phase == Phase.PENDING) {
      log.write(PlatformLines.start(requestId, function));
    }
    reset(now, Failure.timedOut(requestId, function.timeout().toSeconds()), "timeout", null);
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
    log.write(PlatformLines.end(invocation.requestId()));
    log.write(report.format());
    var result = new InvocationResult(payload, functionError, log.takeTail());
    released.accept(this);
    invocation.future().complete(result);
  }

  @Override
  public void printed(String line) {
    if (current == null) {
      log.writeToStream(line);
    } else {
      log.write(line);
    }
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
