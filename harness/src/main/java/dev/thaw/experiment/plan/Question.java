package dev.thaw.experiment.plan;

import dev.thaw.experiment.predict.Tariff;

/**
 * What is asked of every point: which limits it keeps, at which prices, in how many replications.
 */
record Question(Slo slo, Tariff tariff, int replications, long seed) {}
