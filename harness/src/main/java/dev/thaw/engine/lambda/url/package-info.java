/** Function URLs: their configurations, and the front end that answers under them. */
@NullMarked
package dev.thaw.engine.lambda.url;

import org.jspecify.annotations.NullMarked;
