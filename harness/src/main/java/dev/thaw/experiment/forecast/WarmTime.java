package dev.thaw.experiment.forecast;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.thaw.experiment.Experiment;
import dev.thaw.experiment.Variant;
import dev.thaw.load.ConstantTime;
import dev.thaw.load.Distribution;
import dev.thaw.load.SimulatedTimes;
import java.util.Optional;

/**
 * What a variant's warm invocation does: time that passes whatever the memory, and CPU time, which
 * takes longer on less memory. For Thaw's own sample function the payload says both, and a
 * simulated one says it itself.
 */
record WarmTime(Distribution passing, double cpuMs) {
  private static final String SAMPLES = "sample:";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  static Optional<WarmTime> of(Experiment experiment, Variant variant) {
    var model = variant.model();
    var stated = Optional.ofNullable(model.parts().warm());
    var cpu = Optional.ofNullable(model.cpuMs());
    if (stated.isPresent()) {
      return Optional.of(new WarmTime(stated.orElseThrow(), cpu.orElse(0.0)));
    }
    var simulated = SimulatedTimes.of(variant.function().environment());
    if (simulated.isPresent()) {
      return Optional.of(new WarmTime(simulated.orElseThrow().service(), cpu.orElse(0.0)));
    }
    if (isSample(variant)) {
      var payload = payload(experiment.payload());
      return Optional.of(
          new WarmTime(
              new ConstantTime(payload.path("sleepMs").asDouble(0)),
              cpu.orElse(payload.path("cpuMs").asDouble(0))));
    }
    return cpu.map(ms -> new WarmTime(new ConstantTime(0), ms));
  }

  /** Whether it is Thaw's own sample function, and really run. */
  static boolean isSample(Variant variant) {
    return !variant.function().environment().containsKey(SimulatedTimes.VARIABLE)
        && variant.function().packageSource().startsWith(SAMPLES);
  }

  private static JsonNode payload(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException notJson) {
      return MissingNode.getInstance();
    }
  }
}
