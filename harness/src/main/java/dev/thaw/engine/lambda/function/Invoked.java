package dev.thaw.engine.lambda.function;

import dev.thaw.engine.environment.InvocationResult;

/** An invocation that ran: what came of it, and the version that ran. */
public record Invoked(InvocationResult result, String executedVersion) {}
