package dev.thaw.gatling;

import dev.thaw.load.GeneratorOrder;
import java.util.Optional;

/** Where the next order comes from; empty when nobody is left to give any. */
@FunctionalInterface
interface Orders {
  Optional<GeneratorOrder> next();
}
