package dev.thaw.rules.price;

import dev.thaw.invocation.Memory;
import java.time.Duration;
import java.util.Map;

/**
 * A function version with SnapStart: for how long its snapshot was cached, three hours at least,
 * and how often an environment was restored from it. Java pays for neither.
 *
 * @see <a href="https://aws.amazon.com/lambda/pricing/">Pricing</a>
 */
public record SnapStartUsage(Memory memory, boolean isJava, Duration cached, long restores)
    implements Usage {
  private static final Duration LEAST_CACHED = Duration.ofHours(3);
  private static final double MS_PER_SECOND = 1000;

  @Override
  public Map<Item, Double> amounts() {
    if (isJava) {
      return Map.of();
    }
    var billed = cached.compareTo(LEAST_CACHED) < 0 ? LEAST_CACHED : cached;
    return Map.of(
        Item.SNAPSTART_CACHE,
        memory.gigabytes() * billed.toMillis() / MS_PER_SECOND,
        Item.SNAPSTART_RESTORE,
        memory.gigabytes() * restores);
  }
}
