package dev.thaw.engine.logs;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How requests name a group: by name, or by an identifier that may be its ARN. */
final class GroupName {
  private static final Pattern ARN =
      Pattern.compile("arn:aws[a-z-]*:logs:[^:]*:\\d*:log-group:([^:]+)(:\\*)?");

  private GroupName() {}

  static String of(@Nullable String name, @Nullable String identifier) {
    var given = name == null ? identifier : name;
    if (given == null) {
      throw LogsError.invalid("Exactly one of logGroupName and logGroupIdentifier is required.");
    }
    var arn = ARN.matcher(given);
    return arn.matches() ? arn.group(1) : given;
  }
}
