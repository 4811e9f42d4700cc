package dev.thaw.contract;

import dev.thaw.model.QueuedOutcome;
import dev.thaw.model.Tally;
import java.util.List;

/**
 * What was seen of one function: of all of its invocations, what they are billed, and of each load
 * that nobody waits for (events, streams), in their order.
 */
record Observed(Tally tally, Billed billed, List<QueuedOutcome> queued) {}
