package dev.thaw.model;

/** What must hold at the end of any simulation; if not, the model is wrong. */
final class Books {
  private Books() {}
}
