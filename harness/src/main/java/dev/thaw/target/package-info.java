/** Floor 4: what is measured against, and the only home of the AWS SDK's clients. */
@NullMarked
package dev.thaw.target;

import org.jspecify.annotations.NullMarked;
