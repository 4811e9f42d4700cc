package dev.thaw.target.conform;

import java.util.function.Function;

/**
 * One statement about AWS that an endpoint is held to: what it is about, where it was recorded,
 * what AWS did, and how to see what the endpoint does.
 *
 * @param isAlone whether no other check may run beside it: it counts what all functions of the
 *     account have together, or a function's own time decides it
 */
public record Check(
    String id, String what, String source, String expected, Action action, boolean isAlone) {

  /** Does something to the endpoint and tells what it saw. */
  @FunctionalInterface
  public interface Action {
    Seen see(Stage stage);
  }

  /** What was seen has to be the expected text. */
  static Check exact(
      String id, String what, String source, String expected, Function<Stage, String> action) {
    return new Check(
        id, what, source, expected, stage -> Seen.text(action.apply(stage), expected), false);
  }

  /** The action itself tells whether it saw what is expected. */
  static Check judged(String id, String what, String source, String expected, Action action) {
    return new Check(id, what, source, expected, action, false);
  }

  /** The same check with nothing beside it. */
  Check alone() {
    return new Check(id, what, source, expected, action, true);
  }

  /** The fact it belongs to: R1 for R1.2. */
  public String fact() {
    int dot = id.indexOf('.');
    return dot < 0 ? id : id.substring(0, dot);
  }
}
