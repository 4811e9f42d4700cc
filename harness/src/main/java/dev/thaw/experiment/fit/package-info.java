/** Floor 5: what a run says of service times and keep-alive, as parameters with intervals. */
@NullMarked
package dev.thaw.experiment.fit;

import org.jspecify.annotations.NullMarked;
