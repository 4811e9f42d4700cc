package dev.thaw.engine.http;

import dev.thaw.engine.protocol.AwsException;
import dev.thaw.engine.protocol.BodyLimit;
import dev.thaw.engine.protocol.CommonError;
import io.netty.buffer.ByteBuf;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A request's body while it arrives: kept up to its limit while there is memory for it, and dropped
 * from there on.
 */
final class Body {
  private static final int FIRST_GUESS = 8 * 1024;

  /** What is only announced takes no more memory than this. */
  private static final int MOST_ON_TRUST = 1024 * 1024;

  private static final byte[] NOTHING = {};

  private final BodyLimit limit;
  private final int announced;
  private final BodyMemory memory;
  private final AtomicLong taken = new AtomicLong();
  private Optional<AwsException> refusal = Optional.empty();
  private byte[] bytes = NOTHING;
  private int length;

  /** {@code announced} is the content length, or negative if none was given. */
  Body(BodyLimit limit, long announced, BodyMemory memory) {
    this.limit = limit;
    this.memory = memory;
    this.announced = (int) (announced < 0 ? limit.bytes() : Math.min(announced, limit.bytes()));
    if (announced > limit.bytes()) {
      refuse(limit.exceeded());
    } else if (announced != 0) {
      grow(announced < 0 ? FIRST_GUESS : (int) Math.min(announced, MOST_ON_TRUST));
    }
  }

  void add(ByteBuf content) {
    var more = content.readableBytes();
    if (refusal.isEmpty() && more > limit.bytes() - length) {
      refuse(limit.exceeded());
    }
    if (refusal.isEmpty() && length + more > bytes.length) {
      grow(Math.max(length + more, Math.min(announced, 2 * length)));
    }
    if (refusal.isEmpty()) {
      content.readBytes(bytes, length, more);
      length += more;
    }
  }

  private void grow(int size) {
    int added = size - bytes.length;
    if (memory.take(added)) {
      taken.addAndGet(added);
      bytes = Arrays.copyOf(bytes, size);
    } else {
      refuse(CommonError.crowded());
    }
  }

  private void refuse(AwsException reason) {
    refusal = Optional.of(reason);
    bytes = NOTHING;
    release();
  }

  Optional<AwsException> refusal() {
    return refusal;
  }

  byte[] bytes() {
    return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
  }

  /** Nobody needs it any more; may be called on any thread, and again. */
  void release() {
    memory.giveBack(taken.getAndSet(0));
  }
}
