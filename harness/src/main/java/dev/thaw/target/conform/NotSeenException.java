package dev.thaw.target.conform;

/** What a check waited for did not come. */
final class NotSeenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotSeenException(String message) {
    super(message);
  }
}
