package dev.thaw.model;

/** What all parts of one simulated function share. */
record FunctionParts(
    Timeline timeline, InvocationTimes times, Meter meter, Bill bill, LastInvocation last) {}
