package dev.thaw.engine.dynamodb.item;

import static dev.thaw.engine.dynamodb.item.DynamoDbError.invalid;

import dev.thaw.engine.protocol.Caller;
import java.util.regex.Pattern;

/**
 * A table's name in its account and region. Requests may name tables by their ARNs, too:
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html.
 */
public record TableArn(String region, String account, String name) {
  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_.-]{3,255}");
  private static final Pattern ARN =
      Pattern.compile("arn:aws[a-z-]*:dynamodb:([a-z0-9-]+):(\\d{12}):table/([^/]+)");

  /** The table that a caller means by a name or an ARN. */
  public static TableArn of(Caller caller, String nameOrArn) {
    var arn = ARN.matcher(nameOrArn);
    if (arn.matches()) {
      return new TableArn(arn.group(1), arn.group(2), arn.group(3));
    }
    if (!NAME.matcher(nameOrArn).matches()) {
      throw invalid(
          "Invalid table/index name.  Table/index names must be between 3 and 255 characters long,"
              + " and may contain only the characters a-z, A-Z, 0-9, '_', '-', and '.'");
    }
    return new TableArn(caller.region(), caller.account(), nameOrArn);
  }

  @Override
  public String toString() {
    return "arn:aws:dynamodb:" + region + ":" + account + ":table/" + name;
  }
}
