package dev.thaw.engine.environment;

import org.jspecify.annotations.Nullable;

/**
 * How an invocation ended: the payload, the function error ({@code Unhandled}) if it failed, and
 * the log of this invocation from START to REPORT, of which a caller sees the last 4 KB.
 */
public record InvocationResult(byte[] payload, @Nullable String functionError, String log) {}
