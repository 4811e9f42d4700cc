package dev.thaw.engine.lambda.layer;

import dev.thaw.engine.lambda.function.LayerVersion;
import org.jspecify.annotations.Nullable;

/** The runtime and the architecture that a list is restricted to, if it is. */
record Compatibility(@Nullable String runtime, @Nullable String architecture) {
  boolean holds(LayerVersion version) {
    var description = version.description();
    return (runtime == null || description.compatibleRuntimesAsStrings().contains(runtime))
        && (architecture == null
            || description.compatibleArchitecturesAsStrings().contains(architecture));
  }
}
