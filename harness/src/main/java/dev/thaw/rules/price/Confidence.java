package dev.thaw.rules.price;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How sure a figure is. */
public enum Confidence {
  /** Read from AWS itself: its price list or its pages. */
  @JsonProperty("confirmed")
  CONFIRMED,
  /** Read from somebody who read it from AWS. */
  @JsonProperty("secondary")
  SECONDARY,
  /** Remembered or reported, and not found again. */
  @JsonProperty("unconfirmed")
  UNCONFIRMED
}
