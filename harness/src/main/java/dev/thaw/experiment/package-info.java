/** Floor 5: the experiment file, the runner that tells the story, the measurement protocols. */
@NullMarked
package dev.thaw.experiment;

import org.jspecify.annotations.NullMarked;
