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
 * Finds the service that a request is for: by the host of a function URL or an API, the scope it
 * was signed for, the target header, the form's API version or the path; whatever is left is S3.
 */
public final class Directory {
  private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
  // Lambda's paths begin with the date of an API version.
  private static final Pattern LAMBDA_PATH = Pattern.compile("/20\\d\\d-\\d\\d-\\d\\d/.*");
  // HTTP front ends are told by the host alone; what is signed for them is signed as anything.
  private static final Pattern FRONT_END =
      Pattern.compile("[a-z0-9]+\\.(lambda-url|execute-api)\\.[a-z0-9-]+\\.localhost(:\\d+)?");
  private static final Map<String, String> BY_TARGET =
      Map.ofEntries(
          Map.entry("Logs_20140328", "logs"),
          Map.entry("GraniteServiceVersion20100801", "monitoring"),
          Map.entry("Kinesis_20131202", "kinesis"),
          Map.entry("DynamoDB_20120810", "dynamodb"),
          Map.entry("DynamoDBStreams_20120810", "dynamodb"),
          Map.entry("AnyScaleFrontendService", "application-autoscaling"),
          Map.entry("AmazonSQS", "sqs"));
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
    var front = FRONT_END.matcher(wire.host());
    if (front.matches()) {
      return frontEnd(front.group(1), wire);
    }
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

  private Addressed frontEnd(String name, WireRequest wire) {
    var service = services.get(name);
    if (service == null) {
      return refused(wire, lacking(name, wire));
    }
    return new Addressed(service, signer(wire), Optional.empty());
  }

  /** A caller's Authorization may be anything here, a signature among others. */
  private Caller signer(WireRequest wire) {
    try {
      return caller(CredentialScope.of(wire));
    } catch (AwsException notSigned) {
      return unsigned;
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
