package dev.thaw.target.conform;

import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** The ways in which endpoints say that they lack an operation. */
final class Unsupported {
  private static final int NOT_IMPLEMENTED = 501;
  private static final Set<String> CODES =
      Set.of("UnknownOperationException", "InvalidAction", "NotImplemented");

  private Unsupported() {}

  static boolean is(AwsServiceException error) {
    var details = error.awsErrorDetails();
    return error.statusCode() == NOT_IMPLEMENTED
        || (details != null && details.errorCode() != null && CODES.contains(details.errorCode()));
  }
}
