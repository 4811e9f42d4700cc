package dev.thaw.engine.autoscaling;

import dev.thaw.engine.protocol.AwsException;
import dev.thaw.engine.protocol.CommonError;
import dev.thaw.engine.protocol.ErrorCode;

/**
 * Application Auto Scaling's errors, as in
 * https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PutScalingPolicy.html; their
 * texts are not recorded, but seen in public issues of infrastructure tools.
 */
enum AutoScalingError implements ErrorCode {
  OBJECT_NOT_FOUND("ObjectNotFoundException");

  private final String code;

  AutoScalingError(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public int status() {
    return 400;
  }

  @Override
  public String messageMember() {
    return "Message";
  }

  static AwsException notRegistered(Resource resource) {
    return new AwsException(
        OBJECT_NOT_FOUND, "No scalable target registered for " + resource.words());
  }

  static AwsException noTarget(Resource resource) {
    return new AwsException(OBJECT_NOT_FOUND, "No scalable target found for " + resource.words());
  }

  static AwsException noPolicy(Resource resource, String name) {
    return new AwsException(
        OBJECT_NOT_FOUND,
        "No scaling policy found for %s, policy name: %s".formatted(resource.words(), name));
  }

  static AwsException noAction(Resource resource, String name) {
    return new AwsException(
        OBJECT_NOT_FOUND,
        "No scheduled action found for %s, scheduled action name: %s"
            .formatted(resource.words(), name));
  }

  static AwsException invalid(String message) {
    return new AwsException(CommonError.VALIDATION, message);
  }
}
