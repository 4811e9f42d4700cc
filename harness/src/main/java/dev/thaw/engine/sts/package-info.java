/** AWS Security Token Service: who am I. */
@NullMarked
package dev.thaw.engine.sts;

import org.jspecify.annotations.NullMarked;
