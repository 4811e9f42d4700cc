package dev.thaw.engine;

import dev.thaw.engine.environment.EnvironmentFleet;
import dev.thaw.engine.environment.FleetSettings;
import dev.thaw.engine.http.Directory;
import dev.thaw.engine.http.Endpoint;
import dev.thaw.engine.logs.LogStore;
import dev.thaw.engine.protocol.Caller;
import dev.thaw.engine.protocol.Service;
import dev.thaw.engine.time.PlatformTime;
import dev.thaw.invocation.Clock;
import dev.thaw.invocation.WallClock;
import dev.thaw.rules.environment.KeepAlive;
import dev.thaw.rules.environment.Placement;
import dev.thaw.rules.environment.Retention;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The embedded AWS endpoint: starts, wires and closes Lambda and the services around it, all on one
 * port of this machine.
 */
public final class Engine implements AutoCloseable {
  private static final int LOG_EVENTS = 1_000_000;

  /** A share of the memory that is there, after which the oldest log events go early. */
  private static final int LOG_SHARE = 5;

  private static final int WORKERS = 4;

  private final Ground ground;
  private final Services services;
  private final Environments environments;
  private final Endpoint endpoint;
  private final AtomicBoolean isClosed = new AtomicBoolean();

  /** What is there before anything runs, and goes last. */
  private record Ground(WorkFolder folder, ExecutorService workers, PlatformTime time) {
    void leave() {
      time.close();
      workers.shutdown();
      folder.delete();
    }
  }

  private Engine(Ground ground, Services services, Environments environments, Endpoint endpoint) {
    this.ground = ground;
    this.services = services;
    this.environments = environments;
    this.endpoint = endpoint;
  }

  /** Starts an engine whose functions run as processes of this machine, or simulated. */
  public static Engine start(EngineSettings settings) {
    return start(
        settings,
        (folder, logs, time) -> {
          var fleet =
              EnvironmentFleet.start(
                  FleetSettings.in(folder, new WallClock())
                      .withRetention(retention(settings.platform(), time)),
                  logs);
          return new Environments(fleet, fleet::close);
        });
  }

  private static Retention retention(PlatformSettings platform, PlatformTime time) {
    return new Retention(
        KeepAlive.fixed(time.onClock(platform.keepAlive())),
        time.onClock(platform.maxLifetime()),
        Placement.MOST_RECENTLY_USED);
  }

  /** Starts an engine whose functions run in the environments that the starter gives. */
  public static Engine start(EngineSettings settings, Environments.Starter starter) {
    var clock = new WallClock();
    var ground =
        new Ground(
            WorkFolder.create(settings.workFolder()),
            Executors.newFixedThreadPool(WORKERS, new DefaultThreadFactory("thaw-control", true)),
            new PlatformTime(clock, settings.platform().timeScale()));
    try {
      return start(settings, ground, clock, starter);
    } catch (IOException e) {
      ground.leave();
      throw new EngineException("Could not start the execution environments: " + e, e);
    } catch (EngineException e) {
      ground.leave();
      throw e;
    }
  }

  private static Engine start(
      EngineSettings settings, Ground ground, Clock clock, Environments.Starter starter)
      throws IOException {
    var folder = ground.folder().path();
    var logs =
        new LogStore(
            new LogStore.Capacity(LOG_EVENTS, Runtime.getRuntime().maxMemory() / LOG_SHARE), clock);
    // The whole folder is the environments': their watchdog removes it even after a kill -9.
    var environments = starter.start(folder, logs, ground.time());
    var services =
        new Services(
            new EngineParts(
                settings,
                folder,
                clock,
                ground.time(),
                ground.workers(),
                environments.invoker(),
                logs));
    var endpoint = listen(settings, services.byName(), environments);
    return new Engine(ground, services, environments, endpoint);
  }

  private static Endpoint listen(
      EngineSettings settings, Map<String, Service> services, Environments environments) {
    var unsigned = new Caller(settings.accountId(), settings.region());
    var address = new InetSocketAddress(settings.host(), settings.port());
    try {
      return Endpoint.open(
          address, new Directory(services, unsigned), () -> UUID.randomUUID().toString());
    } catch (IOException e) {
      environments.end().run();
      throw new EngineException(
          "Could not listen on port %d of %s (%s); end what holds it or take port 0, which is any"
              .formatted(settings.port(), settings.host(), e.getMessage()),
          e);
    }
  }

  /** Where all services are reached. */
  public URI endpoint() {
    var address = endpoint.address();
    return URI.create("http://" + address.getHostString() + ":" + address.getPort());
  }

  /** Stops accepting, ends the environments and deletes the work folder. */
  @Override
  public void close() {
    if (isClosed.compareAndSet(false, true)) {
      endpoint.stopAccepting();
      ground.time().close();
      services.close();
      endWork();
      endpoint.close();
      ground.leave();
    }
  }

  private void endWork() {
    environments.end().run();
    ground.workers().shutdown();
    try {
      // What is still being unpacked would come back into the folder.
      var unused = ground.workers().awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
