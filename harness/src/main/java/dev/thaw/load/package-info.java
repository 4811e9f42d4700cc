/** Floor 2: when requests should be sent, and the orders a load generator takes. */
@NullMarked
package dev.thaw.load;

import org.jspecify.annotations.NullMarked;
