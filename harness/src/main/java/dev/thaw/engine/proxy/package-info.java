/** HTTP requests as Lambda events and results as HTTP responses: proxy payloads 1.0 and 2.0. */
@NullMarked
package dev.thaw.engine.proxy;

import org.jspecify.annotations.NullMarked;
