package dev.thaw.sample;

/** What an invocation returns: the marker, and padding of the size that was asked for. */
public record Answer(Marker marker, String padding) {}
