package dev.thaw.engine.lambda.function;

import dev.thaw.engine.environment.FunctionName;
import dev.thaw.engine.protocol.Call;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A function as a caller names it: by name, partial or full ARN, perhaps with a qualifier. See
 * https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html.
 */
public record FunctionReference(FunctionName name, @Nullable String qualifier) {
  public static final String LATEST = "$LATEST";

  private static final Pattern SYNTAX =
      Pattern.compile(
          "(?:arn:aws[a-zA-Z-]*:lambda:)?"
              + "(?:(?<region>[a-z]{2,4}(?:-[a-z]+)+-\\d):)?"
              + "(?:(?<account>\\d{12}):)?"
              + "(?:function:)?"
              + "(?<name>[a-zA-Z0-9-_.]+)"
              + "(?::(?<qualifier>[a-zA-Z0-9-_$.]+))?");

  /** Reads a name that satisfies the operation's pattern, for that action. */
  public static FunctionReference of(
      Call call, String action, String text, @Nullable String separateQualifier) {
    var match = SYNTAX.matcher(text);
    if (!match.matches()) {
      throw LambdaError.invalid("Invalid function name: " + text);
    }
    var derived = match.group("qualifier");
    if (derived != null && separateQualifier != null && !derived.equals(separateQualifier)) {
      throw LambdaError.invalid(
          "The derived qualifier from the function name does not match the specified qualifier.");
    }
    var region = match.group("region") == null ? call.region() : match.group("region");
    if (!region.equals(call.region())) {
      throw LambdaError.RESOURCE_NOT_FOUND.user(
          "Functions from '%s' are not reachable in this region ('%s')"
              .formatted(region, call.region()));
    }
    var account = match.group("account") == null ? call.account() : match.group("account");
    var reference =
        new FunctionReference(
            new FunctionName(region, account, match.group("name")),
            separateQualifier == null ? derived : separateQualifier);
    if (!account.equals(call.account())) {
      throw reference.denied(call, action);
    }
    return reference;
  }

  /** Reads the ARN of a function, version or alias, whoever names it. */
  public static FunctionReference ofArn(String arn) {
    var match = SYNTAX.matcher(arn);
    if (!arn.startsWith("arn:") || !match.matches()) {
      throw LambdaError.invalid("Invalid function ARN: " + arn);
    }
    return new FunctionReference(
        new FunctionName(match.group("region"), match.group("account"), match.group("name")),
        match.group("qualifier"));
  }

  private RuntimeException denied(Call call, String action) {
    return LambdaError.ACCESS_DENIED.user(
        ("User: arn:aws:iam::%s:root is not authorized to perform: lambda:%s on resource: %s because"
                + " no resource-based policy allows the lambda:%s action")
            .formatted(call.account(), action, arn(), action));
  }

  public boolean isLatest() {
    return qualifier == null || qualifier.equals(LATEST);
  }

  /** The ARN, qualified as the caller had it. */
  public String arn() {
    return qualifier == null ? name.arn() : name.arn() + ":" + qualifier;
  }

  /** The ARN with the qualifier that stands for none. */
  public String qualifiedArn() {
    return qualifier == null ? name.arn() + ":" + LATEST : arn();
  }
}
