/** What Lambda and the services around it charge: billed time, amounts, and a file of prices. */
@NullMarked
package dev.thaw.rules.price;

import org.jspecify.annotations.NullMarked;
