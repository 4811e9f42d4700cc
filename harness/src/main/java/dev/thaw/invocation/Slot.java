package dev.thaw.invocation;

/**
 * The place of a request in its run: which generator sent it, in which phase, to which variant, and
 * its index there (unique within phase and variant, over all generators).
 */
public record Slot(int generator, String phase, String variant, long index) {}
