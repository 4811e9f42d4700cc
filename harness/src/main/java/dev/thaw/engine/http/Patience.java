package dev.thaw.engine.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Gives up a connection on which a request has begun and does not arrive: when its head takes
 * longer than a minute, however it trickles in, or nothing of its body has come for as long. A
 * connection without a request may stay, and one that waits for its answer, too.
 */
final class Patience extends ChannelInboundHandlerAdapter {
  static final int STEP_SECONDS = 15;
  static final int STEPS = 4;

  private final Runnable onEnd;
  private @Nullable ScheduledFuture<?> watch;
  private boolean isArriving;
  private int steps;

  /** {@code onEnd} runs on the connection's event loop. */
  Patience(Runnable onEnd) {
    this.onEnd = onEnd;
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    watch =
        context
            .executor()
            .scheduleAtFixedRate(this::step, STEP_SECONDS, STEP_SECONDS, TimeUnit.SECONDS);
    context.fireChannelActive();
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object bytes) {
    if (!isArriving) {
      isArriving = true;
      steps = 0;
    }
    context.fireChannelRead(bytes);
  }

  /** The head has arrived, or a piece of the body. */
  void progressed() {
    steps = 0;
  }

  /** The request is whole. */
  void arrived() {
    isArriving = false;
  }

  private void step() {
    if (isArriving && ++steps > STEPS) {
      isArriving = false;
      onEnd.run();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    if (watch != null) {
      watch.cancel(false);
    }
    context.fireChannelInactive();
  }
}
