package dev.thaw.engine.lambda.function;

import dev.thaw.engine.environment.FunctionName;

/** Told when functions, versions and aliases change or go, by those who keep something for them. */
public interface FunctionListener {
  /** The function is gone, with all of its versions and aliases. */
  default void functionDeleted(FunctionName function) {}

  /** A published version is gone. */
  default void versionDeleted(FunctionName function, String version) {}

  /** The alias points to other versions than before. */
  default void aliasMoved(FunctionName function, String alias) {}

  /** The alias is gone. */
  default void aliasDeleted(FunctionName function, String alias) {}
}
