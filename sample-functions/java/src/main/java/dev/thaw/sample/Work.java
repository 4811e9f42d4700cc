package dev.thaw.sample;

import org.jspecify.annotations.Nullable;

/**
 * What an invocation is asked to do, in this order: wait, burn CPU, allocate memory, answer with so
 * many characters of padding; or, with a fault, fail in the way that it names.
 */
public record Work(
    long sleepMs, long cpuMs, int allocateMb, int answerBytes, @Nullable String fault) {}
