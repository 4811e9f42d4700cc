package dev.thaw.engine;

import dev.thaw.engine.environment.Invoker;

/** Who runs the functions, and how all of that is ended with the engine. */
public record Environments(Invoker invoker, Runnable end) {}
