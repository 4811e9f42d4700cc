package dev.thaw.invocation;

/** One request as the load generator saw it. */
public record Request(Slot slot, Timing timing, Answer answer) {}
