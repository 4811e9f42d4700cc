package dev.thaw.engine.apigateway.route;

import dev.thaw.engine.proxy.ProxyTarget;

/**
 * A route as a resource policy names it: {@code
 * arn:aws:execute-api:REGION:ACCOUNT:API/STAGE/GET/x}, with a star for each variable of the path.
 *
 * @see <a href=
 *     "https://docs.aws.amazon.com/apigateway/latest/developerguide/arn-format-reference.html">
 *     Amazon Resource Name reference</a>
 */
public final class RouteArn {
  private RouteArn() {}

  /** The ARN of a method and path of that API's stage. */
  public static String of(String region, ProxyTarget target, String method, String path) {
    return "arn:aws:execute-api:%s:%s:%s/%s/%s%s"
        .formatted(
            region,
            target.account(),
            target.apiId(),
            target.stage(),
            method,
            path.replaceAll("\\{[^}]+}", "*"));
  }
}
