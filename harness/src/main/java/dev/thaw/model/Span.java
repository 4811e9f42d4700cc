package dev.thaw.model;

/** From a handler's entry to its end. */
record Span(long entryNs, long endNs) {}
