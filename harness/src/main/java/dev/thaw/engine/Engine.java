package dev.thaw.engine;

import dev.thaw.engine.environment.EnvironmentFleet;
import dev.thaw.engine.environment.FleetSettings;
import dev.thaw.engine.http.Directory;
import dev.thaw.engine.http.Endpoint;
import dev.thaw.engine.logs.LogStore;
import dev.thaw.engine.protocol.Caller;
import dev.thaw.engine.protocol.Service;
import dev.thaw.engine.time.PlatformTime;
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
  private static final int WORKERS = 4;

  private final WorkFolder folder;
  private final ExecutorService workers;
  private final PlatformTime time;
  private final Services services;
  private final Environments environments;
  private final Endpoint endpoint;
  private final AtomicBoolean isClosed = new AtomicBoolean();

  private Engine(
      WorkFolder folder,
      ExecutorService workers,
      PlatformTime time,
      Services services,
      Environments environments,
      Endpoint endpoint) {
    this.folder = folder;
    this.workers = workers;
    this.time = time;
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
    var folder = WorkFolder.create(settings.workFolder());
    var workers =
        Executors.newFixedThreadPool(WORKERS, new DefaultThreadFactory("thaw-control", true));
    var clock = new WallClock();
    var time = new PlatformTime(clock, settings.platform().timeScale());
    try {
      var logs = new LogStore(LOG_EVENTS, clock);
      // The whole folder is the environments': their watchdog removes it even after a kill -9.
      var environments = starter.start(folder.path(), logs, time);
      var parts =
          new Services.Parts(
              settings, folder.path(), clock, time, workers, environments.invoker(), logs);
      var services = new Services(parts);
      var endpoint = listen(settings, services.byName(), environments);
      return new Engine(folder, workers, time, services, environments, endpoint);
    } catch (IOException e) {
      abandon(folder, workers, time);
      throw new EngineException("Could not start the execution environments: " + e, e);
    } catch (EngineException e) {
      abandon(folder, workers, time);
      throw e;
    }
  }

  private static void abandon(WorkFolder folder, ExecutorService workers, PlatformTime time) {
    time.close();
    workers.shutdown();
    folder.delete();
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
      time.close();
      services.close();
      endWork();
      endpoint.close();
      folder.delete();
    }
  }

  private void endWork() {
    environments.end().run();
    workers.shutdown();
    try {
      // What is still being unpacked would come back into the folder.
      var unused = workers.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
