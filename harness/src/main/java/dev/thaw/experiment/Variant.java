package dev.thaw.experiment;

import dev.thaw.target.FunctionSettings;

/** One function configuration under test, and what the model takes it for. */
public record Variant(String name, FunctionSettings function, ModelSettings model) {}
