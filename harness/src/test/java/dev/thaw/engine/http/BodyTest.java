package dev.thaw.engine.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.engine.protocol.AwsException;
import dev.thaw.engine.protocol.BodyLimit;
import dev.thaw.engine.protocol.CommonError;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.Test;

/** What the bodies that arrive at once may take. */
final class BodyTest {
  private static final BodyLimit TWENTY_THOUSAND =
      new BodyLimit(20_000, CommonError.REQUEST_TOO_LARGE, "too large");

  private static ByteBuf bytes(int count) {
    return Unpooled.wrappedBuffer(new byte[count]);
  }

  @Test
  void keepsWhatArrivesAndGivesItsMemoryBackOnce() {
    var memory = new BodyMemory(100);
    var body = new Body(TWENTY_THOUSAND, 5, memory);
    body.add(Unpooled.copiedBuffer("hel", UTF_8));
    body.add(Unpooled.copiedBuffer("lo", UTF_8));

    assertThat(body.refusal()).isEmpty();
    assertThat(new String(body.bytes(), UTF_8)).isEqualTo("hello");
    assertThat(memory.taken()).isEqualTo(5);
    body.release();
    body.release();
    assertThat(memory.taken()).isZero();
  }

  @Test
  void refusesABodyForWhichThereIsNoMemoryLeft() {
    var memory = new BodyMemory(100);
    var first = new Body(TWENTY_THOUSAND, 60, memory);
    var second = new Body(TWENTY_THOUSAND, 60, memory);

    assertThat(first.refusal()).isEmpty();
    assertThat(second.refusal())
        .hasValueSatisfying(refusal -> assertThat(refusal.code()).isEqualTo("ServiceUnavailable"))
        .map(AwsException::getMessage)
        .hasValue(
            "The requests that arrive at once are larger than the engine's memory; send fewer of"
                + " them at a time");
    assertThat(memory.taken()).isEqualTo(60);
    first.release();
    assertThat(new Body(TWENTY_THOUSAND, 60, memory).refusal()).isEmpty();
  }

  @Test
  void givesTheMemoryBackOfABodyThatGrowsBeyondItsLimit() {
    var memory = new BodyMemory(100_000);
    var body = new Body(TWENTY_THOUSAND, -1, memory);
    body.add(bytes(12_000));
    assertThat(memory.taken()).isEqualTo(12_000);
    body.add(bytes(4_000));
    assertThat(memory.taken()).as("it doubles, up to its limit").isEqualTo(20_000);
    body.add(bytes(4_001));

    assertThat(body.refusal()).map(AwsException::getMessage).hasValue("too large");
    assertThat(memory.taken()).isZero();
  }
}
