package dev.thaw.results;

import java.util.List;

/** A run's {@code predictions.json}: written when the run has ended, before anybody looked. */
public record Forecasts(String schema, List<Forecast> forecasts) {
  /** What this version writes and reads. */
  public static final String SCHEMA = "thaw-predictions/1";

  public Forecasts {
    forecasts = List.copyOf(forecasts);
  }

  public static Forecasts of(List<Forecast> forecasts) {
    return new Forecasts(SCHEMA, forecasts);
  }
}
