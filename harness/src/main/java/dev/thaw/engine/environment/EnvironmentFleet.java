package dev.thaw.engine.environment;

import dev.thaw.invocation.InitializationType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * All execution environments of an engine. An invocation goes to the idle environment of its
 * function version that was used last; if none is idle a new one is started, without a queue,
 * unless the invocation may not grow the fleet. Environments end after their keep-alive, when their
 * function is retired, or with the fleet; no process survives it, however it ends.
 *
 * <p>All methods may be called from any thread.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html">Concurrency</a>
 */
public final class EnvironmentFleet implements Invoker, AutoCloseable {
  /** Environments are never shared between versions, nor between revisions of one. */
  private record PoolKey(FunctionName name, String version, String revision) {
    static PoolKey of(FunctionVersion function) {
      return new PoolKey(function.name(), function.version(), function.revision());
    }
  }

  private final FleetSettings settings;
  private final ProcessWatchdog watchdog;
  private final ProcessHost host;
  private final EnvironmentFactory factory;
  private final Map<PoolKey, FunctionPool> pools = new ConcurrentHashMap<>();
  private final Set<ExecutionEnvironment> provisioned = ConcurrentHashMap.newKeySet();
  private final ExpiryTimer expiryTimer;
  private final AtomicBoolean isClosed = new AtomicBoolean();

  private EnvironmentFleet(
      FleetSettings settings,
      ProcessWatchdog watchdog,
      ProcessHost host,
      EnvironmentFactory factory) {
    this.settings = settings;
    this.watchdog = watchdog;
    this.host = host;
    this.factory = factory;
    this.expiryTimer = new ExpiryTimer(factory::at, this::expire);
  }

  /** Starts a fleet without environments. The work folder is the fleet's, and ends with it. */
  public static EnvironmentFleet start(FleetSettings settings, LogSink sink) throws IOException {
    return start(settings, sink, null);
  }

  /** The same, with simulated environments on that loop alone. */
  static EnvironmentFleet start(
      FleetSettings settings, LogSink sink, @Nullable EnvironmentLoop loop) throws IOException {
    takePossession(settings.workFolder());
    var watchdog = ProcessWatchdog.start();
    watchdog.registerFolder(settings.workFolder());
    var host = new ProcessHost(settings.workFolder(), ProcessLauncher.with(watchdog));
    var factory = new EnvironmentFactory(settings, sink, host, loop);
    return new EnvironmentFleet(settings, watchdog, host, factory);
  }

  private static void takePossession(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (var files = Files.list(folder)) {
      if (files.findAny().isPresent()) {
        throw new IllegalArgumentException(
            "the work folder %s is not empty, and would be removed at the end".formatted(folder));
      }
    }
  }

  @Override
  public CompletableFuture<InvocationResult> invoke(
      FunctionVersion version, InvocationRequest request, BooleanSupplier mayGrow) {
    if (isClosed.get()) {
      return CompletableFuture.failedFuture(new IllegalStateException("the engine is closed"));
    }
    try {
      var environment = environment(version, mayGrow);
      var answer = environment.invoke(request);
      if (isClosed.get()) {
        // Closed in between, so this environment may have been overlooked.
        environment.end();
      }
      return answer;
    } catch (IllegalArgumentException | RejectedExecutionException | GrowthRefusedException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private ExecutionEnvironment environment(FunctionVersion version, BooleanSupplier mayGrow) {
    var key = PoolKey.of(version);
    while (true) {
      var pool = pools.computeIfAbsent(key, added -> pool(version));
      var environment = pool.take(() -> create(version, pool, mayGrow));
      if (environment.isPresent()) {
        return environment.orElseThrow();
      }
      // Retired between the two steps: the next round makes a new pool.
      pools.remove(key, pool);
    }
  }

  private ExecutionEnvironment create(
      FunctionVersion version, FunctionPool pool, BooleanSupplier mayGrow) {
    if (!mayGrow.getAsBoolean()) {
      throw new GrowthRefusedException();
    }
    return factory.create(version, InitializationType.ON_DEMAND, used -> release(pool, used));
  }

  @Override
  public CompletableFuture<ProvisionedEnvironment> provision(
      FunctionVersion version, Runnable lost) {
    try {
      EnvironmentFactory.check(version);
      var condition = new AheadEnvironment.Condition(lost, provisioned);
      var created = factory.create(version, InitializationType.PROVISIONED_CONCURRENCY, condition);
      var ahead = new AheadEnvironment(created, condition);
      provisioned.add(created);
      var answer = created.initialize().<ProvisionedEnvironment>thenApply(done -> ahead);
      if (isClosed.get()) {
        created.end();
      }
      return answer;
    } catch (IllegalArgumentException | RejectedExecutionException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private FunctionPool pool(FunctionVersion version) {
    EnvironmentFactory.check(version);
    return new FunctionPool(version, settings);
  }

  private void release(FunctionPool pool, ExecutionEnvironment environment) {
    pool.release(environment).ifPresent(expiryTimer::expectBy);
  }

  private OptionalLong expire() {
    pools.values().forEach(FunctionPool::expire);
    return pools.values().stream()
        .map(FunctionPool::nextExpiryNs)
        .flatMapToLong(OptionalLong::stream)
        .reduce((a, b) -> a - b < 0 ? a : b);
  }

  @Override
  public void retire(FunctionName name) {
    retire(key -> key.name().equals(name));
  }

  @Override
  public void retire(FunctionName name, String version) {
    retire(key -> key.name().equals(name) && key.version().equals(version));
  }

  private void retire(Predicate<PoolKey> chosen) {
    pools.forEach(
        (key, pool) -> {
          if (chosen.test(key) && pools.remove(key, pool)) {
            pool.retire();
          }
        });
  }

  /** How many environments of that function live, busy and idle, on demand and provisioned. */
  public int environments(FunctionName name) {
    int onDemand =
        pools.values().stream()
            .filter(pool -> pool.function().name().equals(name))
            .mapToInt(FunctionPool::size)
            .sum();
    return onDemand
        + (int) provisioned.stream().filter(each -> each.function().name().equals(name)).count();
  }

  /**
   * The very command that an environment of that function runs, but for the address of its Runtime
   * API: to be measured without the fleet around it.
   */
  public ProcessBuilder command(FunctionVersion function) throws IOException {
    EnvironmentFactory.check(function);
    var bare = new EnvironmentIdentity(function, InitializationType.ON_DEMAND, "bare", "bare");
    return factory.process(bare).command();
  }

  /** Ends all environments and removes the work folder; invocations that are going on fail. */
  @Override
  public void close() {
    if (!isClosed.compareAndSet(false, true)) {
      return;
    }
    pools.values().forEach(FunctionPool::end);
    provisioned.forEach(ExecutionEnvironment::end);
    host.close();
    factory.close();
    watchdog.close();
  }
}
