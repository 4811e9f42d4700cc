package dev.thaw.engine.lambda.settings;

import dev.thaw.engine.lambda.function.FunctionReference;

/** What a runtime management configuration is kept for: a version, or the function itself. */
final class RuntimeManagement {
  private RuntimeManagement() {}

  static FunctionReference subject(FunctionReference function) {
    return function.isLatest() ? new FunctionReference(function.name(), null) : function;
  }
}
