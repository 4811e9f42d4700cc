package dev.thaw.engine.environment;

import dev.thaw.invocation.InitializationType;

/**
 * What an execution environment is for all of its life: of a function's version, initialised on
 * demand or ahead, with an id and a log stream of its own.
 */
record EnvironmentIdentity(
    FunctionVersion function, InitializationType type, String id, String logStream) {}
