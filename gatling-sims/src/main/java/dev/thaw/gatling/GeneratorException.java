package dev.thaw.gatling;

/** The generator cannot go on; the message is one sentence that names the cause and the remedy. */
final class GeneratorException extends RuntimeException {
  private static final long serialVersionUID = 1;

  GeneratorException(String message) {
    super(message);
  }

  GeneratorException(String message, Throwable cause) {
    super(message, cause);
  }
}
