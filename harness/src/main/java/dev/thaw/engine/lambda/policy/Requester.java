package dev.thaw.engine.lambda.policy;

import java.util.Map;

/**
 * Somebody who wants to do something with a function: the principal, the action, and the condition
 * keys that are known of the request.
 */
public record Requester(String principal, String action, Map<String, String> keys) {
  private static final String INVOKE = "lambda:InvokeFunction";

  public Requester {
    keys = Map.copyOf(keys);
  }

  /** A service such as {@code s3.amazonaws.com} that would invoke for a resource of an account. */
  public static Requester service(String principal, String sourceArn, String sourceAccount) {
    return new Requester(
        principal,
        INVOKE,
        Map.of(Conditions.SOURCE_ARN, sourceArn, Conditions.SOURCE_ACCOUNT, sourceAccount));
  }

  /** Anybody who calls the function's URL, whose authentication type is that. */
  public static Requester url(String authType) {
    return new Requester(
        Statement.ANYBODY, "lambda:InvokeFunctionUrl", Map.of(Conditions.URL_AUTH_TYPE, authType));
  }
}
