package dev.thaw.results;

/** The machine that the load came from. */
public record Machine(int cpus, long memoryMb, String os, String javaVersion) {}
