package dev.thaw.experiment.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.thaw.results.Provenance;
import dev.thaw.target.Packages;
import java.nio.file.Path;
import java.util.function.DoubleSupplier;

/**
 * What a run needs beside its experiment: where runs are kept, Thaw's own folder, where packages
 * are found, the seed, the experiment file as it was resolved, and what made the run.
 *
 * @param cpu the share of the machine's processors that was busy since it was last asked; negative
 *     where that is unknown
 */
public record RunSetup(
    Path runs,
    Path home,
    Packages packages,
    long seed,
    JsonNode source,
    Provenance provenance,
    DoubleSupplier cpu) {}
