/** Floor 3: a run told to people and programs, one reporter per format. */
@NullMarked
package dev.thaw.report;

import org.jspecify.annotations.NullMarked;
