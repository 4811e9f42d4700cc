package dev.thaw.experiment;

/** A question that the model cannot answer; the message names the value and what to write. */
public final class ModelInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ModelInputException(String message) {
    super(message);
  }

  public ModelInputException(String message, Throwable cause) {
    super(message, cause);
  }
}
