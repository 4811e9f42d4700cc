package dev.thaw.engine.kinesis;

import dev.thaw.engine.protocol.AwsException;
import dev.thaw.engine.protocol.Call;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A stream's name with the account and region it lives in. */
record StreamName(String region, String account, String name) {
  private static final Pattern ARN =
      Pattern.compile(
          "arn:aws[a-z-]*:kinesis:(?<region>[^:]+):(?<account>\\d{12}):stream/"
              + "(?<name>[a-zA-Z0-9_.-]{1,128})");

  static StreamName of(Call call, String name) {
    return new StreamName(call.region(), call.account(), name);
  }

  /** A caller names a stream by its name or its ARN. */
  static StreamName of(Call call, @Nullable String name, @Nullable String arn) {
    if (arn != null) {
      return parse(arn).orElseThrow(() -> invalid(arn));
    }
    if (name == null) {
      throw KinesisError.invalid("Either StreamName or StreamARN should be provided.");
    }
    return of(call, name);
  }

  static Optional<StreamName> parse(String arn) {
    var match = ARN.matcher(arn);
    return match.matches()
        ? Optional.of(
            new StreamName(match.group("region"), match.group("account"), match.group("name")))
        : Optional.empty();
  }

  private static AwsException invalid(String arn) {
    return KinesisError.invalid("Invalid StreamARN: " + arn);
  }

  String arn() {
    return "arn:aws:kinesis:" + region + ":" + account + ":stream/" + name;
  }
}
