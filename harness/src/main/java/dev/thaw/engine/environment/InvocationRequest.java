package dev.thaw.engine.environment;

import org.jspecify.annotations.Nullable;

/**
 * One invocation to be run: Lambda's request id (a UUID), the ARN as the caller wrote it (qualified
 * or not), the payload's bytes and the client context if there was one.
 */
public record InvocationRequest(
    String requestId, String invokedArn, byte[] payload, @Nullable String clientContext) {}
