/** REST APIs: resources, methods, deployments and stages. */
@NullMarked
package dev.thaw.engine.apigateway.rest;

import org.jspecify.annotations.NullMarked;
