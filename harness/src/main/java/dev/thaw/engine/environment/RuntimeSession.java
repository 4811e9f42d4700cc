package dev.thaw.engine.environment;

import org.jspecify.annotations.Nullable;

/**
 * One runtime from its start until it ended or was killed; from then on nothing is heard of it. It
 * can be asked for its output and memory at any time before and after.
 */
final class RuntimeSession implements RuntimeListener {
  private final RuntimeListener environment;
  private @Nullable FunctionRuntime runtime;
  private boolean isOver;

  private RuntimeSession(RuntimeListener environment) {
    this.environment = environment;
  }

  static RuntimeSession start(Sandbox sandbox, RuntimeListener environment) {
    var session = new RuntimeSession(environment);
    session.runtime = sandbox.start(session);
    return session;
  }

  void deliver(Delivery delivery) {
    if (runtime != null) {
      runtime.deliver(delivery);
    }
  }

  void flushOutput() {
    if (runtime != null && !isOver) {
      runtime.flushOutput();
    }
  }

  int maxMemoryUsedMb() {
    return runtime == null ? 0 : runtime.maxMemoryUsedMb();
  }

  void kill() {
    if (runtime != null && !isOver) {
      isOver = true;
      runtime.kill();
    }
  }

  @Override
  public void started(long atNs) {
    if (!isOver) {
      environment.started(atNs);
    }
  }

  @Override
  public void ready(long atNs) {
    if (!isOver) {
      environment.ready(atNs);
    }
  }

  @Override
  public void responded(long atNs, byte[] payload) {
    if (!isOver) {
      environment.responded(atNs, payload);
    }
  }

  @Override
  public void failed(long atNs, Failure failure) {
    if (!isOver) {
      environment.failed(atNs, failure);
    }
  }

  @Override
  public void initFailed(long atNs, Failure failure) {
    if (!isOver) {
      environment.initFailed(atNs, failure);
    }
  }

  @Override
  public void unstartable(long atNs, String errorType, String message) {
    if (!isOver) {
      environment.unstartable(atNs, errorType, message);
    }
  }

  @Override
  public void exited(long atNs, ExitStatus status) {
    if (!isOver) {
      environment.exited(atNs, status);
    }
  }

  @Override
  public void printed(String line) {
    if (!isOver) {
      environment.printed(line);
    }
  }

  @Override
  public void broken(Throwable cause) {
    if (!isOver) {
      environment.broken(cause);
    }
  }
}
