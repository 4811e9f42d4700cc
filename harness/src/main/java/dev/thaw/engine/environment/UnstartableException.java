package dev.thaw.engine.environment;

import java.io.IOException;

/** The package holds nothing that can be started: the function's fault, not the engine's. */
final class UnstartableException extends IOException {
  private static final long serialVersionUID = 1;

  private final String errorType;

  UnstartableException(String errorType, String message) {
    super(message);
    this.errorType = errorType;
  }

  String errorType() {
    return errorType;
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
