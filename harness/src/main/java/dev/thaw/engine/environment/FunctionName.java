package dev.thaw.engine.environment;

/** A function's name with the account and region it lives in. */
public record FunctionName(String region, String account, String name) {
  /** {@code arn:aws:lambda:REGION:ACCOUNT:function:NAME}. */
  public String arn() {
    return "arn:aws:lambda:" + region + ":" + account + ":function:" + name;
  }
}
