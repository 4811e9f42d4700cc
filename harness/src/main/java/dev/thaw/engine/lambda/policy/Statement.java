package dev.thaw.engine.lambda.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;

/**
 * One permission as a policy's JSON has it; the principal is a star or a map of its kind and name.
 * See https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html.
 */
public record Statement(
    @JsonProperty("Sid") String sid,
    @JsonProperty("Effect") String effect,
    @JsonProperty("Principal") Object principal,
    @JsonProperty("Action") String action,
    @JsonProperty("Resource") String resource,
    @JsonProperty("Condition") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        Map<String, Map<String, String>> condition) {
  /** The principal that stands for everybody. */
  public static final String ANYBODY = "*";

  /** Whether it lets that requester through. */
  public boolean allows(Requester requester) {
    return isFor(requester.principal())
        && (action.equals(requester.action()) || action.equals("lambda:*") || action.equals("*"))
        && condition.entrySet().stream()
            .allMatch(operator -> holds(operator.getKey(), operator.getValue(), requester));
  }

  private boolean isFor(String wanted) {
    return principal.equals(ANYBODY)
        || (principal instanceof Map<?, ?> named && named.containsValue(wanted));
  }

  private static boolean holds(String operator, Map<String, String> values, Requester requester) {
    return values.entrySet().stream()
        .allMatch(
            demand -> {
              var actual = requester.keys().get(demand.getKey());
              return actual != null
                  && (operator.equals(Conditions.ARN_LIKE)
                      ? Conditions.isLike(demand.getValue(), actual)
                      : demand.getValue().equals(actual));
            });
  }
}
