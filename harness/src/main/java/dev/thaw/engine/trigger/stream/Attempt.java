package dev.thaw.engine.trigger.stream;

import org.jspecify.annotations.Nullable;

/** An invocation with a batch that came to its end, as a failure record tells of it. */
record Attempt(String requestId, String executedVersion, @Nullable String functionError) {}
