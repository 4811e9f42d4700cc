package dev.thaw.engine;

/** The engine could not start or stop; the message names what stood in the way and the remedy. */
public final class EngineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  EngineException(String message, Throwable cause) {
    super(message, cause);
  }
}
