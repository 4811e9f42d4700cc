package dev.thaw.invocation;

import org.jspecify.annotations.Nullable;

/** A request joined with what the platform logged of it, and the temperature that follows. */
public record Invocation(
    Request request, @Nullable PlatformRecord platform, Temperature temperature) {}
