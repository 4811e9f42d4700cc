package dev.thaw.engine.environment;

import java.util.ArrayList;
import java.util.List;

/** A sandbox whose runtimes do what the test says. */
final class ScriptedSandbox implements Sandbox {
  private final EnvironmentLoop loop;
  private final List<Scripted> runtimes = new ArrayList<>();
  private boolean isRemoved;

  ScriptedSandbox(EnvironmentLoop loop) {
    this.loop = loop;
  }

  /** One runtime, its listener in the test's hands. */
  static final class Scripted implements FunctionRuntime {
    final RuntimeListener listener;
    final List<Delivery> deliveries = new ArrayList<>();
    final List<String> unflushed = new ArrayList<>();
    boolean isKilled;

    Scripted(RuntimeListener listener) {
      this.listener = listener;
    }

    @Override
    public void deliver(Delivery delivery) {
      deliveries.add(delivery);
    }

    @Override
    public void flushOutput() {
      unflushed.forEach(listener::printed);
      unflushed.clear();
    }

    @Override
    public int maxMemoryUsedMb() {
      return 36;
    }

    @Override
    public void kill() {
      isKilled = true;
    }
  }

  @Override
  public EnvironmentLoop loop() {
    return loop;
  }

  @Override
  public FunctionRuntime start(RuntimeListener listener) {
    var runtime = new Scripted(listener);
    runtimes.add(runtime);
    return runtime;
  }

  @Override
  public void remove() {
    isRemoved = true;
  }

  boolean isRemoved() {
    return isRemoved;
  }

  int starts() {
    return runtimes.size();
  }

  Scripted last() {
    return runtimes.get(runtimes.size() - 1);
  }
}
