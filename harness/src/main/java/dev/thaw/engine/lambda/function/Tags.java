package dev.thaw.engine.lambda.function;

import java.util.Map;

/** https://docs.aws.amazon.com/lambda/latest/dg/configuration-tags.html. */
public final class Tags {
  private static final int MOST = 50;

  private Tags() {}

  /** Recorded 2025-11-25: test_tag_limits. */
  public static Map<String, String> checked(Map<String, String> tags) {
    if (tags.size() > MOST) {
      throw LambdaError.invalid("Number of tags exceeds resource tag limit.");
    }
    return tags;
  }
}
