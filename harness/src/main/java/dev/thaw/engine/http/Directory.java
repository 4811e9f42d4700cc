package dev.thaw.engine.http;

import dev.thaw.engine.protocol.AwsException;
import dev.thaw.engine.protocol.Caller;
import dev.thaw.engine.protocol.CommonError;
import dev.thaw.engine.protocol.Service;
import dev.thaw.engine.protocol.WireRequest;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the service that a request is for: by the scope it was signed for, the target header, the
 * form's API version or the path; whatever is left is S3.
 */
public final class Directory {
  private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
  // Lambda's paths begin with the date of an API version.
  private static final Pattern LAMBDA_PATH = Pattern.compile("/20\\d\\d-\\d\\d-\\d\\d/.*");
  private static final Map<String, String> BY_TARGET =
      Map.of(
          "Logs_20140328", "logs",
          "DynamoDB_20120810", "dynamodb",
          "DynamoDBStreams_20120810", "dynamodb",
          "AmazonSQS", "sqs",
          "Kinesis_20131202", "kinesis");
  private static final Map<String, String> BY_VERSION =
      Map.of("2011-06-15", "sts", "2012-11-05", "sqs");
  private static final String TARGET = "X-Amz-Target";
  private static final String FALLBACK = "s3";

  private final Map<String, Service> services;
  private final Caller unsigned;

  /** Services by the name that requests are signed for; {@code unsigned} is who signs nothing. */
  public Directory(Map<String, Service> services, Caller unsigned) {
    this.services = Map.copyOf(services);
    this.unsigned = unsigned;
  }

  /** Where a request goes, and why it is refused before it gets there, if it is. */
  record Addressed(Service service, Caller caller, Optional<AwsException> refusal) {}

  Addressed find(WireRequest wire) {
    try {
      var scope = CredentialScope.of(wire);
      var name = scope.map(CredentialScope::service).orElseGet(() -> unsignedService(wire));
      var service = services.get(name);
      return service == null
          ? refused(wire, lacking(name, wire))
          : new Addressed(service, caller(scope), Optional.empty());
    } catch (AwsException malformed) {
      return refused(wire, malformed);
    }
  }

  private Addressed refused(WireRequest wire, AwsException reason) {
    return new Addressed(speaker(wire), unsigned, Optional.of(reason));
  }

  /** A service that speaks the protocol of the request, whichever service that is for. */
  private Service speaker(WireRequest wire) {
    var name =
        wire.headers().contains(TARGET) ? "logs" : wire.isForm() ? "sts" : unsignedService(wire);
    return Objects.requireNonNull(services.get(name), name);
  }

  private static AwsException lacking(String service, WireRequest wire) {
    var operation = wire.header(TARGET).map(target -> " (" + target + ")").orElse("");
    return CommonError.notImplemented("The service " + service + operation);
  }

  private Caller caller(Optional<CredentialScope> scope) {
    return scope
        .map(
            signed ->
                new Caller(
                    ACCOUNT.matcher(signed.accessKey()).matches()
                        ? signed.accessKey()
                        : unsigned.account(),
                    signed.region()))
        .orElse(unsigned);
  }

  private static String unsignedService(WireRequest wire) {
    var target = wire.header(TARGET).map(text -> text.split("\\.", 2)[0]);
    if (target.isPresent()) {
      return BY_TARGET.getOrDefault(target.orElseThrow(), target.orElseThrow());
    }
    if (LAMBDA_PATH.matcher(wire.path()).matches()) {
      return "lambda";
    }
    var version = wire.form().get("Version");
    return version == null ? FALLBACK : BY_VERSION.getOrDefault(version.get(0), FALLBACK);
  }
}
