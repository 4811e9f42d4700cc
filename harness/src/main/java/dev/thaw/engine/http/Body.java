package dev.thaw.engine.http;

import dev.thaw.engine.protocol.AwsException;
import dev.thaw.engine.protocol.BodyLimit;
import io.netty.buffer.ByteBuf;
import java.util.Arrays;
import java.util.Optional;

/** A request's body while it arrives: kept up to its limit, and dropped from there on. */
final class Body {
  private static final int FIRST_GUESS = 8 * 1024;

  /** What is only announced takes no more memory than this. */
  private static final int MOST_ON_TRUST = 1024 * 1024;

  private final BodyLimit limit;
  private byte[] bytes;
  private int length;
  private boolean isTooLarge;

  /** {@code announced} is the content length, or negative if none was given. */
  Body(BodyLimit limit, long announced) {
    this.limit = limit;
    this.isTooLarge = announced > limit.bytes();
    this.bytes = new byte[isTooLarge ? 0 : firstGuess(announced)];
  }

  private static int firstGuess(long announced) {
    return announced < 0 ? FIRST_GUESS : (int) Math.min(announced, MOST_ON_TRUST);
  }

  void add(ByteBuf content) {
    var more = content.readableBytes();
    isTooLarge |= more > limit.bytes() - length;
    if (isTooLarge) {
      bytes = new byte[0];
      return;
    }
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + more, Math.min(limit.bytes(), 2 * length)));
    }
    content.readBytes(bytes, length, more);
    length += more;
  }

  Optional<AwsException> refusal() {
    return isTooLarge ? Optional.of(limit.exceeded()) : Optional.empty();
  }

  byte[] bytes() {
    return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
  }
}
