package dev.thaw.experiment;

/** One function configuration under test. */
public record Variant(String name, FunctionSettings function) {}
