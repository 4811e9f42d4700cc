package dev.thaw.experiment.plan;

import dev.thaw.experiment.Variant;
import dev.thaw.experiment.VariantTimes;
import dev.thaw.invocation.Memory;

/** A variant with a memory size that could be deployed, and what it takes then. */
record Candidate(Variant variant, Memory memory, VariantTimes times) {}
