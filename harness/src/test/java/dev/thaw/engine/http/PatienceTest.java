package dev.thaw.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When a connection is given up, on the channel's own frozen time. */
final class PatienceTest {
  private final AtomicInteger ends = new AtomicInteger();
  private final Patience patience = new Patience(ends::incrementAndGet);
  private final EmbeddedChannel channel = channel(patience);

  /** Its time stands still before it becomes active for the patience. */
  private static EmbeddedChannel channel(Patience patience) {
    var channel = new EmbeddedChannel();
    channel.freezeTime();
    channel.pipeline().addFirst(patience);
    channel.pipeline().fireChannelActive();
    return channel;
  }

  @AfterEach
  void close() {
    channel.finishAndReleaseAll();
  }

  private void pass(int seconds) {
    channel.advanceTimeBy(seconds, TimeUnit.SECONDS);
    channel.runPendingTasks();
  }

  @Test
  void letsAConnectionWithoutARequestStay() {
    pass(1_000);
    assertThat(ends).hasValue(0);
  }

  @Test
  void givesUpAHeadThatTricklesIn() {
    for (int i = 0; i < 7; i++) {
      channel.writeInbound("a byte");
      pass(10);
    }
    assertThat(ends).as("after 70 s; its steps are of 15 s, and the fifth is too many").hasValue(0);
    pass(5);
    assertThat(ends).hasValue(1);
    pass(1_000);
    assertThat(ends).as("once").hasValue(1);
  }

  @Test
  void waitsForABodyWhileSomethingOfItComes() {
    channel.writeInbound("a head");
    for (int i = 0; i < 10; i++) {
      pass(50);
      patience.progressed();
    }
    assertThat(ends).hasValue(0);
    pass(90);
    assertThat(ends).hasValue(1);
  }

  @Test
  void waitsForTheAnswerToAWholeRequest() {
    channel.writeInbound("a request");
    patience.arrived();
    pass(1_000);
    assertThat(ends).hasValue(0);
  }
}
