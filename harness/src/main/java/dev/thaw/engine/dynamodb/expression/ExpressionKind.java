package dev.thaw.engine.dynamodb.expression;

import dev.thaw.engine.dynamodb.item.DynamoDbError;
import dev.thaw.engine.protocol.AwsException;

/** The parameters that hold expressions, as errors name them. */
public enum ExpressionKind {
  CONDITION("ConditionExpression"),
  FILTER("FilterExpression"),
  KEY_CONDITION("KeyConditionExpression"),
  UPDATE("UpdateExpression"),
  PROJECTION("ProjectionExpression");

  private final String parameter;

  ExpressionKind(String parameter) {
    this.parameter = parameter;
  }

  public String parameter() {
    return parameter;
  }

  AwsException invalid(String why) {
    return DynamoDbError.invalid("Invalid " + parameter + ": " + why);
  }
}
