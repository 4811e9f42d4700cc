package dev.thaw.engine.environment;

import dev.thaw.invocation.Clock;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A runtime that is a process of this machine: with its Runtime API, its output and its memory. The
 * process is started on the launcher's thread, everything else happens on the environment's loop.
 */
final class ProcessRuntime implements FunctionRuntime {
  /** Makes the command; on the launcher's thread, before the clock of the Init phase starts. */
  @FunctionalInterface
  interface Command {
    ProcessBuilder prepare() throws IOException;
  }

  private static final long MIN_PULSE_NS = Duration.ofMillis(5).toNanos();
  private static final long MAX_BUSY_PULSE_NS = Duration.ofMillis(20).toNanos();
  private static final long MAX_IDLE_PULSE_NS = Duration.ofMillis(320).toNanos();

  private final ProcessHost host;
  private final NettyLoop loop;
  private final RuntimeListener listener;
  private final RuntimeApi api;
  private final RuntimeApiServer server;
  private EnvironmentLoop.Cancellable pulse = EnvironmentLoop.Cancellable.NOTHING;
  private long pulseNs = MIN_PULSE_NS;
  private boolean isBusy = true;
  private boolean isKilled;
  private @Nullable Process process;
  private @Nullable ProcessOutput output;
  private @Nullable PeakMemory memory;

  ProcessRuntime(ProcessHost host, NettyLoop loop, RuntimeListener listener) {
    this.host = host;
    this.loop = loop;
    this.listener = listener;
    this.api = new RuntimeApi(listener, loop.clock());
    this.server = new RuntimeApiServer(loop, api);
  }

  void start(Command command) {
    server.open(
        port -> {
          if (!isKilled) {
            host.launcher().execute(() -> spawn(command, port));
          }
        },
        cause -> loop.execute(() -> listener.broken(cause)));
  }

  private Clock clock() {
    return loop.clock();
  }

  /** On the launcher's thread. The start is told before it happens, to come before its effects. */
  private void spawn(Command command, int port) {
    try {
      var builder = command.prepare();
      builder.environment().put("AWS_LAMBDA_RUNTIME_API", "127.0.0.1:" + port);
      tellStart();
      var started = host.launcher().start(builder);
      loop.execute(() -> spawned(started));
      started.getOutputStream().close();
    } catch (UnstartableException e) {
      tellStart();
      loop.execute(() -> listener.unstartable(clock().nanoTime(), e.errorType(), e.reason()));
    } catch (IOException | RuntimeException e) {
      loop.execute(() -> listener.broken(e));
    }
  }

  private void tellStart() {
    long startNs = clock().nanoTime();
    loop.execute(() -> listener.started(startNs));
  }

  private void spawned(Process started) {
    if (isKilled) {
      host.launcher().kill(started);
      return;
    }
    process = started;
    output = new ProcessOutput(started.getInputStream(), listener::printed);
    memory = new PeakMemory(started.pid());
    var unused = started.onExit().thenRun(() -> loop.execute(() -> exited(started)));
    beat();
  }

  private void exited(Process ended) {
    long now = clock().nanoTime();
    pulse.cancel();
    if (!isKilled) {
      listener.exited(now, new ExitStatus(ended.exitValue()));
    }
  }

  /** Collects output and memory, the more seldom the longer nothing happens. */
  private void beat() {
    if (memory != null) {
      memory.sample();
    }
    if (output != null && output.drain()) {
      pulseNs = MIN_PULSE_NS;
    } else {
      pulseNs = Math.min(isBusy ? MAX_BUSY_PULSE_NS : MAX_IDLE_PULSE_NS, pulseNs * 2);
    }
    pulse = loop.at(clock().nanoTime() + pulseNs, this::beat);
  }

  @Override
  public void deliver(Delivery delivery) {
    api.deliver(delivery);
    isBusy = true;
    if (PeakMemory.NEEDS_PS && memory != null) {
      host.cleanUp(memory::sampleWithPs);
    }
    if (pulseNs > MAX_BUSY_PULSE_NS && process != null) {
      pulse.cancel();
      pulseNs = MIN_PULSE_NS;
      pulse = loop.at(clock().nanoTime() + pulseNs, this::beat);
    }
  }

  @Override
  public void flushOutput() {
    isBusy = false;
    if (output != null) {
      output.drainAll();
    }
  }

  @Override
  public int maxMemoryUsedMb() {
    return memory == null ? 0 : memory.megabytes();
  }

  @Override
  public void kill() {
    if (isKilled) {
      return;
    }
    isKilled = true;
    pulse.cancel();
    server.close();
    if (memory != null) {
      memory.close();
    }
    if (process != null) {
      host.launcher().kill(process);
    }
  }
}
