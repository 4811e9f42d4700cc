package dev.thaw.engine.sqs;

import dev.thaw.engine.protocol.Caller;
import java.util.Optional;
import java.util.regex.Pattern;

/** A queue's full name, from which its ARN and its URL are made. */
record QueueName(String region, String account, String name) {
  private static final Pattern ARN =
      Pattern.compile("arn:aws[a-zA-Z-]*:sqs:(?<region>[^:]+):(?<account>\\d{12}):(?<name>[^:]+)");

  private static final Pattern PATH = Pattern.compile("/(?<account>\\d{12})/(?<name>[^/]+)/?");

  static QueueName of(Caller owner, String name) {
    return new QueueName(owner.region(), owner.account(), name);
  }

  static Optional<QueueName> ofArn(String arn) {
    var match = ARN.matcher(arn);
    return match.matches()
        ? Optional.of(
            new QueueName(match.group("region"), match.group("account"), match.group("name")))
        : Optional.empty();
  }

  /** Of a queue's URL, on whatever host, or of such a URL's path. */
  static Optional<QueueName> ofUrl(String url, String region) {
    var scheme = url.indexOf("://");
    var slash = scheme < 0 ? 0 : url.indexOf('/', scheme + 3);
    var match = PATH.matcher(slash < 0 ? "" : url.substring(slash));
    return match.matches()
        ? Optional.of(new QueueName(region, match.group("account"), match.group("name")))
        : Optional.empty();
  }

  String arn() {
    return "arn:aws:sqs:" + region + ":" + account + ":" + name;
  }

  String url(String host) {
    return "http://" + host + "/" + account + "/" + name;
  }
}
