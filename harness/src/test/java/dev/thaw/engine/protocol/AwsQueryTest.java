package dev.thaw.engine.protocol;

import static dev.thaw.engine.protocol.Wire.CALL;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;
import software.amazon.awssdk.services.sts.model.PolicyDescriptorType;

/** Golden requests and responses of the Query protocol. */
final class AwsQueryTest {
  private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

  private final AwsQuery protocol = new AwsQuery("https://sts.example/");

  @Test
  void readsDottedFields() {
    var builder = AssumeRoleRequest.builder();
    protocol.read(
        Wire.request(
            "POST",
            "/",
            "Action=AssumeRole&RoleArn=arn%3Ax&DurationSeconds=900"
                + "&PolicyArns.member.1.arn=arn%3Aone&PolicyArns.member.2.arn=arn%3Atwo"
                + "&TransitiveTagKeys.member.1=a+b",
            "Content-Type",
            "application/x-www-form-urlencoded; charset=utf-8"),
        Map.of(),
        builder);

    assertThat(builder.build())
        .isEqualTo(
            AssumeRoleRequest.builder()
                .roleArn("arn:x")
                .durationSeconds(900)
                .policyArns(
                    PolicyDescriptorType.builder().arn("arn:one").build(),
                    PolicyDescriptorType.builder().arn("arn:two").build())
                .transitiveTagKeys("a b")
                .build());
  }

  @Test
  void readsOneOfManyFieldsThatBeginAlike() {
    var builder = AssumeRoleRequest.builder();
    protocol.read(
        Wire.request(
            "POST",
            "/",
            "Action=AssumeRole&PolicyArns-=x&PolicyArns.member.1.arn=arn%3Aone&PolicyArns2=y"
                + "&RoleArnSuffix.a=z",
            "Content-Type",
            "application/x-www-form-urlencoded"),
        Map.of(),
        builder);

    assertThat(builder.build())
        .isEqualTo(
            AssumeRoleRequest.builder()
                .policyArns(PolicyDescriptorType.builder().arn("arn:one").build())
                .build());
  }

  @Test
  void writesResultsAndErrors() {
    var identity = GetCallerIdentityResponse.builder().account("111111111111").build();
    var binding =
        Binding.of("GetCallerIdentity", GetCallerIdentityRequest::builder, (call, in) -> identity);

    assertThat(Wire.text(protocol.write(CALL, binding, Answer.of(identity)).body()))
        .isEqualTo(
            DECLARATION
                + "<GetCallerIdentityResponse xmlns=\"https://sts.example/\">"
                + "<GetCallerIdentityResult><Account>111111111111</Account>"
                + "</GetCallerIdentityResult><ResponseMetadata>"
                + "<RequestId>the-request-id</RequestId></ResponseMetadata>"
                + "</GetCallerIdentityResponse>");
    var error = protocol.refuse(CALL, new AwsException(CommonError.VALIDATION, "no"));
    assertThat(Wire.text(error.body()))
        .isEqualTo(
            DECLARATION
                + "<ErrorResponse xmlns=\"https://sts.example/\"><Error><Type>Sender</Type>"
                + "<Code>ValidationException</Code><Message>no</Message></Error>"
                + "<RequestId>the-request-id</RequestId></ErrorResponse>");
  }
}
