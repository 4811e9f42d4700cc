package dev.thaw.experiment.replay;

import dev.thaw.experiment.ModelInputException;
import dev.thaw.load.ServiceTimePreset;
import dev.thaw.load.ServiceTimes;
import dev.thaw.load.TracedLoad;
import dev.thaw.load.trace.TraceExtract;
import dev.thaw.model.Load;
import dev.thaw.model.SimulatedFunction;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** A trace, which says when functions were invoked and perhaps for how long. */
final class RecordedTrace implements Recording {
  private final TraceExtract extract;
  private final ReplaySettings settings;
  private final ServiceTimePreset preset;
  private final List<TracedLoad> loads;

  RecordedTrace(TraceExtract extract, ReplaySettings settings) {
    this.extract = extract;
    this.settings = settings;
    this.preset = settings.preset();
    this.loads = TracedLoad.read(extract);
  }

  @Override
  public String name() {
    return extract.toString();
  }

  @Override
  public String counted() {
    return "";
  }

  @Override
  public Duration duration() {
    return loads.get(0).arrivals().duration();
  }

  @Override
  public Words words() {
    return new Words(
        ReplaySettings.origin(preset),
        settings.warm() == null ? "from the trace" : settings.warm().toString());
  }

  @Override
  public List<SimulatedFunction> functions(long seed) {
    return IntStream.range(0, loads.size()).mapToObj(k -> function(k, seed)).toList();
  }

  private SimulatedFunction function(int k, long seed) {
    var load = loads.get(k);
    return SimulatedFunction.of(
        load.function(),
        settings.memoryOr(ReplaySettings.MEMORY),
        times(load),
        settings.limits().retention(),
        Load.Sync.of(load.arrivals(), seed + k));
  }

  private ServiceTimes times(TracedLoad load) {
    var warm = settings.warm() == null ? load.durations().orElse(null) : settings.warm();
    if (warm == null) {
      throw new ModelInputException(
          "the trace does not say how long '%s' takes; give --warm, for example 'lognormal 50 ms 0.8'"
              .formatted(load.function()));
    }
    return preset.times(settings.memoryOr(ReplaySettings.MEMORY), warm, 0);
  }
}
