package dev.thaw.engine.lambda.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How a condition's ARN stands for others. */
final class ConditionsTest {
  @Test
  void matchesWildcardsWithinThePartsOfAnArn() {
    assertThat(Conditions.isLike("arn:aws:s3:::b?cket", "arn:aws:s3:::bucket")).isTrue();
    assertThat(Conditions.isLike("arn:*:s3:::b.cket", "arn:aws:s3:::bucket")).isFalse();
    assertThat(Conditions.isLike("arn:aws:s3*", "arn:aws:s3:::bucket")).isFalse();
    assertThat(
            Conditions.isLike(
                "arn:aws:execute-api:*:111111111111:api/*/GET/*",
                "arn:aws:execute-api:eu-west-1:111111111111:api/stage/GET/a:b"))
        .isTrue();
  }
}
