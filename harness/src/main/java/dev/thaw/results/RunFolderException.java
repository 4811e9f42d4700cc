package dev.thaw.results;

import java.io.IOException;

/** A folder that is not a run this version can read; the message names the remedy. */
public final class RunFolderException extends IOException {
  private static final long serialVersionUID = 1;

  RunFolderException(String message) {
    super(message);
  }
}
