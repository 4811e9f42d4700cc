package dev.thaw.results;

import org.jspecify.annotations.Nullable;

/**
 * What made a run: Thaw's version and commit, the command line that repeats it, the process that
 * writes the folder, and the machine.
 */
public record Provenance(
    String thawVersion, @Nullable String gitCommit, String command, long pid, Machine machine) {}
