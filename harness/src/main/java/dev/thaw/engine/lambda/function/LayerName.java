package dev.thaw.engine.lambda.function;

import java.util.Optional;
import java.util.regex.Pattern;

/** A layer's name with the account and region it lives in. */
public record LayerName(String region, String account, String name) {
  private static final Pattern ARN =
      Pattern.compile(
          "arn:aws[a-zA-Z-]*:lambda:(?<region>[a-z0-9-]+):(?<account>\\d{12}):layer:"
              + "(?<name>[a-zA-Z0-9-_]+)(?::(?<version>[0-9]+))?");

  /** A layer's name with one of its versions. */
  public record Versioned(LayerName layer, long version) {
    public String arn() {
      return layer.arn() + ":" + version;
    }
  }

  /** Reads the ARN of a layer. */
  public static Optional<LayerName> parse(String arn) {
    var match = ARN.matcher(arn);
    return match.matches() && match.group("version") == null
        ? Optional.of(
            new LayerName(match.group("region"), match.group("account"), match.group("name")))
        : Optional.empty();
  }

  /** Reads the ARN of a layer's version. */
  public static Optional<Versioned> parseVersion(String arn) {
    var match = ARN.matcher(arn);
    return match.matches() && match.group("version") != null
        ? Optional.of(
            new Versioned(
                new LayerName(match.group("region"), match.group("account"), match.group("name")),
                Long.parseLong(match.group("version"))))
        : Optional.empty();
  }

  /** {@code arn:aws:lambda:REGION:ACCOUNT:layer:NAME}. */
  public String arn() {
    return "arn:aws:lambda:" + region + ":" + account + ":layer:" + name;
  }
}
