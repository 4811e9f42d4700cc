package dev.thaw.engine.environment;

/**
 * Hears what happens to a runtime, in order and on the environment's loop. Instants are those of
 * {@code Clock.nanoTime}.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">Runtime API</a>
 */
interface RuntimeListener {
  /** The process is about to be spawned. */
  void started(long atNs);

  /** It asked for the next invocation. */
  void ready(long atNs);

  /** It answered the invocation. */
  void responded(long atNs, byte[] payload);

  /** It answered the invocation with an error. */
  void failed(long atNs, Failure failure);

  /** It reported that it could not be initialised. */
  void initFailed(long atNs, Failure failure);

  /** There was nothing to start: an error type and message of the platform. */
  void unstartable(long atNs, String errorType, String message);

  /** The process ended by itself. */
  void exited(long atNs, ExitStatus status);

  /** It wrote a line to standard output or error; the text ends with its line break, if any. */
  void printed(String line);

  /** This engine failed: nothing that the function did. */
  void broken(Throwable cause);
}
