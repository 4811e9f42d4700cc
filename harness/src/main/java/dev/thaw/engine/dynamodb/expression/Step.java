package dev.thaw.engine.dynamodb.expression;

/** One step of a document path: into a map by name, or into a list by index. */
sealed interface Step {
  record Name(String name) implements Step {
    @Override
    public String toString() {
      return name;
    }
  }

  record Index(int index) implements Step {
    @Override
    public String toString() {
      return "[" + index + "]";
    }
  }
}
