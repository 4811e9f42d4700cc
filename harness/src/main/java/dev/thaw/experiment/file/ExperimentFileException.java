package dev.thaw.experiment.file;

/** An experiment file that cannot be used; the message names place, value and what is allowed. */
public final class ExperimentFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ExperimentFileException(String message) {
    super(message);
  }
}
