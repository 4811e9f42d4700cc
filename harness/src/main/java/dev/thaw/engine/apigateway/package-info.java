/** API Gateway: REST and HTTP APIs with Lambda proxy integrations, in front of functions. */
@NullMarked
package dev.thaw.engine.apigateway;

import org.jspecify.annotations.NullMarked;
