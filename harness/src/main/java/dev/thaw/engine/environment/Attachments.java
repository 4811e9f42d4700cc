package dev.thaw.engine.environment;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a function's version has beside its own package: the folders of layers that lie over each
 * other, the last on top, and a log group if it has chosen one.
 */
public record Attachments(List<Path> layers, @Nullable String logGroup) {
  /** No layers, and the log group that Lambda chooses. */
  public static final Attachments NONE = new Attachments(List.of(), null);

  public Attachments {
    layers = List.copyOf(layers);
  }
}
