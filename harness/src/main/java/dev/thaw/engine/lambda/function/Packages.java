package dev.thaw.engine.lambda.function;

/** Where packages come from and lie, those of functions and those of layers. */
public record Packages(CodeStore store, CodeSource source, Layers layers) {}
