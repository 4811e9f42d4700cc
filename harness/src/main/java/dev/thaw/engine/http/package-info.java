/** The Netty front: one port for all services, and how a request tells which one it is for. */
@NullMarked
package dev.thaw.engine.http;

import org.jspecify.annotations.NullMarked;
