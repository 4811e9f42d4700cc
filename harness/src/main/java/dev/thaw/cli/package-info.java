/** Floor 6: the command line; the only floor that prints and decides exit codes. */
@NullMarked
package dev.thaw.cli;

import org.jspecify.annotations.NullMarked;
