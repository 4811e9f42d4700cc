package dev.thaw.results;

import org.jspecify.annotations.Nullable;

/**
 * The concurrency that was set aside for a variant.
 *
 * @param reserved null for none
 * @param readyMs how long the provisioned environments took to be ready, by the clock; null if
 *     there are none, or they are not yet
 */
public record ConcurrencyInfo(
    @Nullable Integer reserved, int provisioned, @Nullable Double readyMs) {
  /** Nothing is set aside. */
  public static final ConcurrencyInfo NONE = new ConcurrencyInfo(null, 0, null);
}
