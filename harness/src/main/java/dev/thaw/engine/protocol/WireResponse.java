package dev.thaw.engine.protocol;

import io.netty.handler.codec.http.HttpHeaders;

/** An HTTP response as it goes out; the endpoint adds what belongs to the connection. */
public record WireResponse(int status, HttpHeaders headers, byte[] body) {}
