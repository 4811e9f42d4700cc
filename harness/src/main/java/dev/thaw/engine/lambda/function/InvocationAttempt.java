package dev.thaw.engine.lambda.function;

import dev.thaw.engine.environment.FunctionVersion;
import dev.thaw.engine.environment.InvocationRequest;

/**
 * One attempt at an invocation: the function as it was named, the version that this means, and
 * whether it is of the event queue.
 */
public record InvocationAttempt(
    FunctionReference reference,
    FunctionVersion version,
    InvocationRequest request,
    boolean isAsync) {}
