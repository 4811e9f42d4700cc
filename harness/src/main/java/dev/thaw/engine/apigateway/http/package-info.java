/** HTTP APIs: routes, integrations and stages. */
@NullMarked
package dev.thaw.engine.apigateway.http;

import org.jspecify.annotations.NullMarked;
