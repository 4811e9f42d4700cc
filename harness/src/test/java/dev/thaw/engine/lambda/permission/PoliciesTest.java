package dev.thaw.engine.lambda.permission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.engine.environment.FunctionName;
import dev.thaw.engine.lambda.function.FunctionReference;
import dev.thaw.engine.lambda.policy.Requester;
import dev.thaw.engine.lambda.policy.ResourcePolicy;
import dev.thaw.engine.lambda.policy.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whom a policy lets through. */
final class PoliciesTest {
  private static final FunctionName NAME = new FunctionName("eu-west-1", "111111111111", "f");
  private static final FunctionReference FUNCTION = new FunctionReference(NAME, null);
  private static final String ACCOUNT = "111111111111";

  private final Policies policies = new Policies();

  private void allow(Object principal, Map<String, Map<String, String>> condition) {
    var statement =
        new Statement("s", "Allow", principal, "lambda:InvokeFunction", NAME.arn(), condition);
    policies.change(FUNCTION, old -> new ResourcePolicy("r", List.of(statement)));
  }

  private boolean isAllowed(String service, String sourceArn) {
    return policies.isAllowed(FUNCTION, Requester.service(service, sourceArn, ACCOUNT));
  }

  @Test
  void refusesEverybodyWithoutAPolicy() {
    assertThat(isAllowed("s3.amazonaws.com", "arn:aws:s3:::bucket")).isFalse();
  }

  @Test
  void allowsTheServiceForTheSourceThatTheConditionNames() {
    allow(
        Map.of("Service", "s3.amazonaws.com"),
        Map.of("ArnLike", Map.of("AWS:SourceArn", "arn:aws:s3:::my-*")));
    assertThat(isAllowed("s3.amazonaws.com", "arn:aws:s3:::my-bucket")).isTrue();
    assertThat(isAllowed("s3.amazonaws.com", "arn:aws:s3:::your-bucket")).isFalse();
    assertThat(isAllowed("sns.amazonaws.com", "arn:aws:s3:::my-bucket")).isFalse();
  }

  @Test
  void allowsOnlyTheAccountThatTheConditionNames() {
    allow("*", Map.of("StringEquals", Map.of("AWS:SourceAccount", ACCOUNT)));
    assertThat(isAllowed("s3.amazonaws.com", "arn:aws:s3:::bucket")).isTrue();
    assertThat(
            policies.isAllowed(
                FUNCTION,
                Requester.service("s3.amazonaws.com", "arn:aws:s3:::bucket", "222222222222")))
        .isFalse();
  }

  @Test
  void refusesAConditionOfWhichNothingIsKnown() {
    allow("*", Map.of("StringEquals", Map.of("aws:PrincipalOrgID", "o-1234567890")));
    assertThat(isAllowed("s3.amazonaws.com", "arn:aws:s3:::bucket")).isFalse();
  }

  @Test
  void allowsNoOtherActionAndNoOtherQualifier() {
    allow("*", Map.of());
    assertThat(isAllowed("s3.amazonaws.com", "arn:aws:s3:::bucket")).isTrue();
    assertThat(policies.isAllowed(FUNCTION, Requester.url("NONE"))).isFalse();
    var alias = new FunctionReference(NAME, "live");
    assertThat(
            policies.isAllowed(
                alias, Requester.service("s3.amazonaws.com", "arn:aws:s3:::bucket", ACCOUNT)))
        .isFalse();
  }
}
