package dev.thaw.engine.apigateway.route;

import dev.thaw.engine.lambda.function.FunctionReference;
import dev.thaw.engine.protocol.AwsException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How an integration names its function: by its ARN, or by the path of Lambda's Invoke around it,
 * {@code arn:aws:apigateway:REGION:lambda:path/2015-03-31/functions/ARN/invocations}.
 */
public final class LambdaUri {
  private static final Pattern PATH =
      Pattern.compile(
          "arn:aws[a-z-]*:apigateway:[a-z0-9-]+:lambda:path/2015-03-31/functions/"
              + "(?<arn>arn:.+)/invocations");

  private LambdaUri() {}

  /** The function meant; empty where the URI is of another kind. */
  public static Optional<FunctionReference> parse(String uri) {
    var match = PATH.matcher(uri);
    var arn = match.matches() ? match.group("arn") : uri;
    try {
      return Optional.of(FunctionReference.ofArn(arn));
    } catch (AwsException notAFunction) {
      return Optional.empty();
    }
  }
}
