package dev.thaw.engine.lambda.mapping;

/** The states of a mapping, as Lambda spells them. */
enum MappingState {
  CREATING("Creating"),
  ENABLING("Enabling"),
  ENABLED("Enabled"),
  DISABLING("Disabling"),
  DISABLED("Disabled"),
  UPDATING("Updating"),
  DELETING("Deleting");

  private final String text;

  MappingState(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  boolean isSettled() {
    return this == ENABLED || this == DISABLED;
  }

  static MappingState of(Mapping mapping) {
    for (var state : values()) {
      if (state.text.equals(mapping.configuration().state())) {
        return state;
      }
    }
    throw new IllegalStateException("no state: " + mapping.configuration().state());
  }
}
