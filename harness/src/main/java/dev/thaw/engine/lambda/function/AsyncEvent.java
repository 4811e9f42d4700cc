package dev.thaw.engine.lambda.function;

/**
 * An asynchronous event that was accepted: whom it is for (qualified as its sender had it), the
 * request id that all of its attempts share, and the payload.
 */
public record AsyncEvent(FunctionReference function, String requestId, byte[] payload) {}
