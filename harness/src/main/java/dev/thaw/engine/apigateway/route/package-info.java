/** What both kinds of API share: errors, routes, integrations and how one is invoked. */
@NullMarked
package dev.thaw.engine.apigateway.route;

import org.jspecify.annotations.NullMarked;
