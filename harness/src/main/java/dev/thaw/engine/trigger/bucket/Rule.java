package dev.thaw.engine.trigger.bucket;

import dev.thaw.engine.s3.ObjectEvent;
import java.util.List;

/**
 * One configuration of a bucket's notifications: which events of which keys go to which function or
 * queue.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-filtering.html">
 *     Filtering by key</a>
 */
record Rule(
    String id, Target target, String arn, List<String> events, String prefix, String suffix) {
  private static final String SERVICE = "s3:";
  private static final String ANY = "*";

  /** What kind of thing is told. */
  enum Target {
    FUNCTION("CloudFunction"),
    QUEUE("Queue");

    private final String argument;

    Target(String argument) {
      this.argument = argument;
    }

    /** S3's name for it in errors. */
    String argument() {
      return argument;
    }
  }

  Rule {
    events = List.copyOf(events);
  }

  boolean matches(ObjectEvent event) {
    return event.key().startsWith(prefix)
        && event.key().endsWith(suffix)
        && events.stream().anyMatch(each -> covers(each, SERVICE + event.name()));
  }

  private static boolean covers(String pattern, String event) {
    return pattern.endsWith(ANY)
        ? event.startsWith(pattern.substring(0, pattern.length() - ANY.length()))
        : pattern.equals(event);
  }

  boolean hasFilter() {
    return !prefix.isEmpty() || !suffix.isEmpty();
  }

  /** Whether one object could be told to both. */
  boolean overlaps(Rule other) {
    return sharesEvent(other)
        && (prefix.startsWith(other.prefix) || other.prefix.startsWith(prefix))
        && (suffix.endsWith(other.suffix) || other.suffix.endsWith(suffix));
  }

  private boolean sharesEvent(Rule other) {
    return events.stream()
        .anyMatch(
            mine ->
                other.events.stream()
                    .anyMatch(theirs -> covers(mine, theirs) || covers(theirs, mine)));
  }
}
