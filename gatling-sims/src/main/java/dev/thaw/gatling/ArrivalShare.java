package dev.thaw.gatling;

import dev.thaw.load.ArrivalProcess;

/**
 * The part of every plan that one generator of several sends: the arrivals whose number, counted
 * from 0, leaves its own number when divided by how many there are.
 */
record ArrivalShare(int generator, int generators) {
  ArrivalShare {
    if (generators < 1 || generator < 0 || generator >= generators) {
      throw new GeneratorException(
          "Generator %d of %d does not exist: generators count from 0."
              .formatted(generator, generators));
    }
  }

  boolean isOurs(long number) {
    return number % generators == generator;
  }

  long count(ArrivalProcess arrivals, long seed) {
    long all = 0;
    for (var offsets = arrivals.offsetsNs(seed); offsets.hasNext(); offsets.nextLong()) {
      all++;
    }
    return (all + generators - 1 - generator) / generators;
  }
}
