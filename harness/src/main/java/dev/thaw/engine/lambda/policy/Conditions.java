package dev.thaw.engine.lambda.policy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.model.AddPermissionRequest;

/**
 * The conditions that AddPermission can set; recorded 2025-11-25, localstack
 * test_add_lambda_permission_fields.
 */
public final class Conditions {
  static final String ARN_LIKE = "ArnLike";
  static final String SOURCE_ARN = "AWS:SourceArn";
  static final String SOURCE_ACCOUNT = "AWS:SourceAccount";
  static final String URL_AUTH_TYPE = "lambda:FunctionUrlAuthType";

  private Conditions() {}

  /** Those that the request asks for. */
  public static Map<String, Map<String, String>> of(AddPermissionRequest request) {
    Map<String, String> equal = new LinkedHashMap<>();
    put(equal, SOURCE_ACCOUNT, request.sourceAccount());
    put(equal, URL_AUTH_TYPE, request.functionUrlAuthTypeAsString());
    put(equal, "aws:PrincipalOrgID", request.principalOrgID());
    put(equal, "lambda:EventSourceToken", request.eventSourceToken());
    Map<String, String> like = new LinkedHashMap<>();
    put(like, SOURCE_ARN, request.sourceArn());

    Map<String, Map<String, String>> conditions = new LinkedHashMap<>();
    putUnlessEmpty(conditions, "StringEquals", equal);
    putUnlessEmpty(conditions, ARN_LIKE, like);
    return conditions;
  }

  private static void put(Map<String, String> map, String key, @Nullable String value) {
    if (value != null) {
      map.put(key, value);
    }
  }

  private static void putUnlessEmpty(
      Map<String, Map<String, String>> conditions, String operator, Map<String, String> values) {
    if (!values.isEmpty()) {
      conditions.put(operator, values);
    }
  }

  /** Stars and question marks stand for any characters, within one of the ARN's six parts. */
  static boolean isLike(String pattern, String arn) {
    var wanted = pattern.split(":", 6);
    var actual = arn.split(":", 6);
    if (wanted.length != actual.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (!glob(wanted[i]).matcher(actual[i]).matches()) {
        return false;
      }
    }
    return true;
  }

  private static Pattern glob(String text) {
    return Pattern.compile(
        text.codePoints()
            .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c)))
            .collect(Collectors.joining()));
  }
}
