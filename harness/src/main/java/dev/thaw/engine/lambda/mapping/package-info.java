/** Event source mappings: what Lambda keeps of them, their states, and their filters. */
@NullMarked
package dev.thaw.engine.lambda.mapping;

import org.jspecify.annotations.NullMarked;
