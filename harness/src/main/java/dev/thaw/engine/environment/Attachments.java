package dev.thaw.engine.environment;

import java.nio.file.Path;
import java.util.List;

/**
 * What a function's version has beside its own package: the folders of layers that lie over each
 * other, the last on top, how it logs, and whether its invocations are traced.
 */
public record Attachments(List<Path> layers, LogSettings logging, boolean isTraced) {
  /** No layers, logs as Lambda chooses them, no traces. */
  public static final Attachments NONE = new Attachments(List.of(), LogSettings.DEFAULT, false);

  public Attachments {
    layers = List.copyOf(layers);
  }
}
