package dev.thaw.engine.proxy;

import java.util.Map;

/**
 * What of an HTTP front end a proxy event names: the API's id and account, the stage, the route or
 * resource that matched, and the parts of the path that it names.
 */
public record ProxyTarget(
    String apiId,
    String account,
    String stage,
    String route,
    Map<String, String> pathParameters,
    Map<String, String> stageVariables) {}
