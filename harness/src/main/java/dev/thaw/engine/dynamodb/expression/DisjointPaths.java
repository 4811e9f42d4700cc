package dev.thaw.engine.dynamodb.expression;

import java.util.ArrayList;
import java.util.List;

/** Paths of one expression, none of which lies within another. */
final class DisjointPaths {
  private final ExpressionKind kind;
  private final List<Path> paths = new ArrayList<>();

  DisjointPaths(ExpressionKind kind) {
    this.kind = kind;
  }

  void add(Path path) {
    for (var other : paths) {
      check(other, path);
    }
    paths.add(path);
  }

  List<Path> paths() {
    return List.copyOf(paths);
  }

  private void check(Path one, Path two) {
    int common = Math.min(one.steps().size(), two.steps().size());
    for (int i = 0; i < common; i++) {
      var first = one.steps().get(i);
      var second = two.steps().get(i);
      if (first.getClass() != second.getClass()) {
        throw refused("conflict", one, two);
      }
      if (!first.equals(second)) {
        return;
      }
    }
    throw refused("overlap", one, two);
  }

  private RuntimeException refused(String how, Path one, Path two) {
    return kind.invalid(
        "Two document paths %s with each other; must remove or rewrite one of these paths; path one:"
                .formatted(how)
            + " "
            + one
            + ", path two: "
            + two);
  }
}
