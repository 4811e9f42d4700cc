package dev.thaw.engine.lambda.mapping;

import java.util.Optional;

/** Who reads the sources of mappings and invokes their functions; thread-safe. */
public interface Pollers {
  /** Reads for that mapping from now on, or goes on with its changed settings where it stopped. */
  void start(Mapping mapping);

  /** Stops reading, and remembers where, until the mapping is started again or removed. */
  void stop(Mapping mapping);

  /** Forgets the mapping. */
  void remove(Mapping mapping);

  /** {@code LastProcessingResult}; empty while there was none. */
  Optional<String> lastResult(Mapping mapping);
}
