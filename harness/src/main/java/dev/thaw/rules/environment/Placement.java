package dev.thaw.rules.environment;

/**
 * Which idle execution environment serves next. AWS documents only that an idle one is reused; its
 * 2020 traces show the most recently used (9,205 of 9,239 choices), SimFaaS assumes the newest.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html">Concurrency
 *     (which names none)</a>
 */
public enum Placement {
  MOST_RECENTLY_USED,
  LEAST_RECENTLY_USED,
  /** The one created last. */
  NEWEST,
  /** The one created first. */
  OLDEST
}
