/** What an account and its functions may run at once, start per second and grow by. */
@NullMarked
package dev.thaw.rules.concurrency;

import org.jspecify.annotations.NullMarked;
