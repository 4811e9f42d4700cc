package dev.thaw.engine;

import dev.thaw.engine.environment.EnvironmentFleet;
import dev.thaw.engine.environment.FleetSettings;
import dev.thaw.engine.http.Directory;
import dev.thaw.engine.http.Endpoint;
import dev.thaw.engine.lambda.LambdaService;
import dev.thaw.engine.logs.LogStore;
import dev.thaw.engine.logs.LogsService;
import dev.thaw.engine.protocol.Caller;
import dev.thaw.engine.protocol.Service;
import dev.thaw.engine.s3.Buckets;
import dev.thaw.engine.s3.S3Service;
import dev.thaw.engine.sts.StsService;
import dev.thaw.invocation.WallClock;
import dev.thaw.rules.concurrency.Account;
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
  private final Environments environments;
  private final Endpoint endpoint;
  private final AtomicBoolean isClosed = new AtomicBoolean();

  private Engine(
      WorkFolder folder, ExecutorService workers, Environments environments, Endpoint endpoint) {
    this.folder = folder;
    this.workers = workers;
    this.environments = environments;
    this.endpoint = endpoint;
  }

  /** Starts an engine whose functions run as processes of this machine, or simulated. */
  public static Engine start(EngineSettings settings) {
    var retention =
        new Retention(
            KeepAlive.fixed(settings.keepAlive()),
            settings.maxLifetime(),
            Placement.MOST_RECENTLY_USED);
    return start(
        settings,
        (folder, logs) -> {
          var fleet =
              EnvironmentFleet.start(
                  FleetSettings.in(folder, new WallClock()).withRetention(retention), logs);
          return new Environments(fleet, fleet::close);
        });
  }

  /** Starts an engine whose functions run in the environments that the starter gives. */
  public static Engine start(EngineSettings settings, Environments.Starter starter) {
    var folder = WorkFolder.create(settings.workFolder());
    var workers =
        Executors.newFixedThreadPool(WORKERS, new DefaultThreadFactory("thaw-control", true));
    try {
      var logs = new LogStore(LOG_EVENTS, new WallClock());
      // The whole folder is the environments': their watchdog removes it even after a kill -9.
      var environments = starter.start(folder.path(), logs);
      var services = services(settings, folder, workers, environments, logs);
      return new Engine(folder, workers, environments, listen(settings, services, environments));
    } catch (IOException e) {
      workers.shutdown();
      folder.delete();
      throw new EngineException("Could not start the execution environments: " + e, e);
    } catch (EngineException e) {
      workers.shutdown();
      folder.delete();
      throw e;
    }
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

  private static Map<String, Service> services(
      EngineSettings settings,
      WorkFolder folder,
      ExecutorService workers,
      Environments environments,
      LogStore logs) {
    var clock = new WallClock();
    var buckets = new Buckets(folder.path().resolve("s3"), clock);
    var around =
        new LambdaService.Surroundings(
            folder.path().resolve("code"),
            buckets,
            environments.invoker(),
            new Account(settings.accountConcurrency(), clock.nanoTime()),
            workers);
    return Map.of(
        "lambda", LambdaService.create(around, clock, () -> UUID.randomUUID().toString()),
        "s3", S3Service.create(buckets, workers),
        "logs", LogsService.create(logs, workers),
        "sts", StsService.create(workers));
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
