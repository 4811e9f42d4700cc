/**
 * The same work for several endpoints: what it takes there, and its requests as the SDK signs them.
 */
@NullMarked
package dev.thaw.target.beside;

import org.jspecify.annotations.NullMarked;
