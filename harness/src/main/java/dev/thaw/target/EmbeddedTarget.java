package dev.thaw.target;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.thaw.engine.Engine;
import dev.thaw.engine.EngineSettings;
import dev.thaw.results.TargetInfo;
import java.time.Duration;

/** The embedded engine, started in this process and ended with it: no account, no Docker. */
public final class EmbeddedTarget implements Target {
  private static final String NAME = "embedded";

  /** The engine's control plane has no rate limit to respect. */
  private static final Duration POLL_INTERVAL = Duration.ofMillis(5);

  private final Engine engine;
  private final EngineSettings settings;

  /** Starts an engine with these settings. */
  public EmbeddedTarget(EngineSettings settings) {
    this.settings = settings;
    this.engine = Engine.start(settings);
  }

  @Override
  public Access access() {
    return new Access(engine.endpoint(), settings.region(), settings.accountId(), "thaw");
  }

  @Override
  public TargetInfo info() {
    var platform = settings.platform();
    var shown =
        JsonNodeFactory.instance
            .objectNode()
            .put("keepAliveMs", platform.keepAlive().toMillis())
            .put("maxLifetimeMs", platform.maxLifetime().toMillis())
            .put("accountConcurrency", platform.accountConcurrency())
            .put("platformTimeScale", platform.timeScale());
    return new TargetInfo(
        NAME,
        "embedded engine, real processes on this machine",
        settings.region(),
        true,
        Deviations.of(NAME),
        shown);
  }

  @Override
  public Duration pollInterval() {
    return POLL_INTERVAL;
  }

  @Override
  public double platformTimeScale() {
    return settings.platform().timeScale();
  }

  @Override
  public void close() {
    engine.close();
  }
}
