package dev.thaw.engine.protocol;

/** Who calls and where: the account and the region that a request was signed for. */
public record Caller(String account, String region) {}
