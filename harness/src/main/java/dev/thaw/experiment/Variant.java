package dev.thaw.experiment;

import dev.thaw.target.FunctionSettings;

/** One function configuration under test. */
public record Variant(String name, FunctionSettings function) {}
