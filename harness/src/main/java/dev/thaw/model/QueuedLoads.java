package dev.thaw.model;

import java.util.ArrayList;
import java.util.List;

/** The loads of one function that nobody waits for, and what is counted of their invocations. */
final class QueuedLoads {
  private final Draws draws;
  private final List<QueuedSource> sources = new ArrayList<>();

  QueuedLoads(Draws draws) {
    this.draws = draws;
  }

  QueuedSource add(Load.Async load, Invoker invoker, FunctionParts parts) {
    return kept(new AsyncSource(load, invoker, parts, own()));
  }

  QueuedSource add(Load.Stream load, Invoker invoker, FunctionParts parts) {
    return kept(new StreamArrivals(load, invoker, parts.timeline(), own()));
  }

  QueuedSource add(Load.Queue load, Invoker invoker, FunctionParts parts) {
    return kept(new QueueSource(load, invoker, parts.timeline()));
  }

  private QueuedSource kept(QueuedSource source) {
    sources.add(source);
    return source;
  }

  /** Chances of the next load's own. */
  private Draws own() {
    return draws.part(sources.size());
  }

  /** Of those that count; the books of all are checked. */
  List<QueuedOutcome> outcomes() {
    var outcomes = new ArrayList<QueuedOutcome>();
    for (var source : sources) {
      var outcome = source.outcome();
      if (source.isCounted()) {
        outcomes.add(outcome);
      }
    }
    return outcomes;
  }
}
