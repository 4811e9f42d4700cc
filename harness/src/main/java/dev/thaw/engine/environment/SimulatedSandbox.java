package dev.thaw.engine.environment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.thaw.invocation.Clock;
import dev.thaw.invocation.InitializationType;
import dev.thaw.invocation.Marker;
import dev.thaw.invocation.ReceivedEvents;
import dev.thaw.load.SimulatedTimes;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * A sandbox without a process: init and invocations end after a drawn time, and the answer is that
 * of the sample functions. What it tells the environment are the drawn instants, not those at which
 * the timer came around.
 */
final class SimulatedSandbox implements Sandbox {
  /** Without what a marker can say of itself beyond its members. */
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(MapperFeature.AUTO_DETECT_IS_GETTERS).build();

  private static final double NS_PER_MS = 1e6;

  private final EnvironmentLoop loop;
  private final Clock clock;
  private final SimulatedTimes simulation;
  private final InitializationType type;
  private final RandomGenerator random;

  SimulatedSandbox(
      EnvironmentLoop loop,
      Clock clock,
      SimulatedTimes simulation,
      InitializationType type,
      long number) {
    this.loop = loop;
    this.clock = clock;
    this.simulation = simulation;
    this.type = type;
    this.random = simulation.random(number);
  }

  @Override
  public EnvironmentLoop loop() {
    return loop;
  }

  @Override
  public FunctionRuntime start(RuntimeListener listener) {
    long startedNs = clock.nanoTime();
    long initializedNs = startedNs + Math.round(simulation.init().sample(random) * NS_PER_MS);
    var runtime = new SimulatedRuntime(listener, initializedNs);
    loop.execute(() -> listener.started(startedNs));
    runtime.plan(initializedNs, () -> listener.ready(initializedNs));
    return runtime;
  }

  @Override
  public void remove() {}

  /** What a sample function answers. */
  private record Answer(Marker marker, String padding) {}

  /** What it answers behind a proxy. */
  private record ProxyAnswer(int statusCode, Map<String, String> headers, String body) {}

  private final class SimulatedRuntime implements FunctionRuntime {
    private final RuntimeListener listener;
    private final String environmentId = UUID.randomUUID().toString();
    private final long initializedNs;
    private EnvironmentLoop.Cancellable plan = EnvironmentLoop.Cancellable.NOTHING;
    private long invocations;

    SimulatedRuntime(RuntimeListener listener, long initializedNs) {
      this.listener = listener;
      this.initializedNs = initializedNs;
    }

    void plan(long instantNs, Runnable task) {
      plan = loop.at(instantNs, task);
    }

    /**
     * Everything is known when the invocation comes: its end has nothing left to do but to tell. An
     * init on the invocation's own time comes before its handler.
     */
    @Override
    public void deliver(Delivery delivery) {
      long startedNs = Math.max(delivery.startedNs(), initializedNs);
      long endedNs = startedNs + Math.round(simulation.service().sample(random) * NS_PER_MS);
      var marker = marker(startedNs, endedNs);
      var received = ReceivedEvents.of(delivery.request().payload());
      var answer = answer(received, new Answer(marker, ""));
      plan(
          endedNs,
          () -> {
            for (var line : received.lines(delivery.request().requestId(), marker)) {
              listener.printed(line.format());
            }
            listener.responded(endedNs, answer);
            listener.ready(endedNs);
          });
    }

    private Marker marker(long startedNs, long endedNs) {
      long toEpochNs = clock.epochNs() - clock.nanoTime();
      return new Marker(
          environmentId,
          ++invocations,
          initializedNs + toEpochNs,
          startedNs + toEpochNs,
          endedNs + toEpochNs,
          type);
    }

    private static byte[] answer(ReceivedEvents received, Answer answer) {
      if (!received.isHttp()) {
        return json(answer);
      }
      var body = new String(json(answer), StandardCharsets.UTF_8);
      return json(new ProxyAnswer(200, Map.of("content-type", "application/json"), body));
    }

    private static byte[] json(Object answer) {
      try {
        return JSON.writeValueAsBytes(answer);
      } catch (JsonProcessingException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void flushOutput() {}

    /** No process, no memory. */
    @Override
    public int maxMemoryUsedMb() {
      return 0;
    }

    @Override
    public void kill() {
      plan.cancel();
    }
  }
}
