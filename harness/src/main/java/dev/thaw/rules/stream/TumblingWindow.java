package dev.thaw.rules.stream;

/**
 * A tumbling window as an invocation sees it.
 *
 * @param state what the function returned last, as JSON; an empty object at first
 * @param isFinal whether this invocation, which has no records, ends the window
 * @param isTerminatedEarly whether the state got too large for the window to go on
 */
public record TumblingWindow(
    long startNs, long endNs, String state, boolean isFinal, boolean isTerminatedEarly) {}
