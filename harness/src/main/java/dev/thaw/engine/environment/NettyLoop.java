package dev.thaw.engine.environment;

import dev.thaw.invocation.Clock;
import io.netty.channel.EventLoop;
import java.util.concurrent.TimeUnit;

/** A Netty event loop as the loop of an environment whose runtime is a process. */
record NettyLoop(EventLoop eventLoop, Clock clock) implements EnvironmentLoop {
  @Override
  public void execute(Runnable task) {
    eventLoop.execute(task);
  }

  @Override
  public Cancellable at(long instantNs, Runnable task) {
    long delayNs = Math.max(0, instantNs - clock.nanoTime());
    var scheduled = eventLoop.schedule(task, delayNs, TimeUnit.NANOSECONDS);
    return () -> scheduled.cancel(false);
  }
}
