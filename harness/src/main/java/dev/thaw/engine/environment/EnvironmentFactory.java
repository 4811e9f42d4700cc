package dev.thaw.engine.environment;

import dev.thaw.invocation.Clock;
import dev.thaw.invocation.InitializationType;
import dev.thaw.load.SimulatedTimes;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Makes the environments of a fleet: processes, or simulated ones where a function asks for it. */
final class EnvironmentFactory implements AutoCloseable {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy/MM/dd");
  private static final int MIN_LOOPS = 2;
  private static final long CLOSE_LIMIT_SECONDS = 10;

  private final FleetSettings settings;
  private final LogSink sink;
  private final ProcessHost host;
  private final EventLoopGroup loops =
      new MultiThreadIoEventLoopGroup(
          Math.max(MIN_LOOPS, Runtime.getRuntime().availableProcessors()),
          new DefaultThreadFactory("environments", true),
          NioIoHandler.newFactory());
  private final Map<FunctionName, AtomicLong> simulated = new ConcurrentHashMap<>();
  private final @Nullable EnvironmentLoop onlyLoop;
  private @Nullable PreciseLoop preciseLoop;

  /** {@code onlyLoop} is where simulated environments run; null for a thread of their own. */
  EnvironmentFactory(
      FleetSettings settings, LogSink sink, ProcessHost host, @Nullable EnvironmentLoop onlyLoop) {
    this.onlyLoop = onlyLoop;
    this.settings = settings;
    this.sink = sink;
    this.host = host;
  }

  /** Says why a function cannot have environments here, if it cannot. */
  static void check(FunctionVersion function) {
    if (SimulatedTimes.of(function.variables()).isEmpty()
        && !ProcessHost.supports(function.runtime())) {
      throw new IllegalArgumentException(
          "runtime '%s' cannot be run here; java11 to java25, provided.al2 and provided.al2023 can"
              .formatted(function.runtime()));
    }
  }

  ExecutionEnvironment create(
      FunctionVersion function, InitializationType type, EnvironmentOwner owner) {
    var id = UUID.randomUUID().toString().replace("-", "");
    var identity = new EnvironmentIdentity(function, type, id, logStream(function, id));
    return new ExecutionEnvironment(identity, settings, sandbox(identity), log(identity), owner);
  }

  private EnvironmentLog log(EnvironmentIdentity identity) {
    var function = identity.function();
    var out = new LogOutput(sink, clock(), function.logGroup(), identity.logStream());
    var levels = function.attachments().logging().json();
    return levels == null ? new TextLog(function, out) : new JsonLog(identity, levels, out);
  }

  private Sandbox sandbox(EnvironmentIdentity identity) {
    var function = identity.function();
    var simulation = SimulatedTimes.of(function.variables());
    if (simulation.isPresent()) {
      long number =
          simulated.computeIfAbsent(function.name(), name -> new AtomicLong()).getAndIncrement();
      return new SimulatedSandbox(
          simulationLoop(), clock(), simulation.orElseThrow(), identity.type(), number);
    }
    return process(identity);
  }

  /** A sandbox of real processes; its folder is made when the first one starts. */
  ProcessSandbox process(EnvironmentIdentity identity) {
    var folder = settings.workFolder().resolve(identity.id());
    return new ProcessSandbox(host, new NettyLoop(loops.next().next(), clock()), identity, folder);
  }

  /**
   * {@code 2026/11/23/[$LATEST]} and 32 hexadecimal digits; in a group that functions may share,
   * with the function's name before the version (seen in a public log of 2025-09-02).
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-view.html">
   *     Logs</a>
   */
  private String logStream(FunctionVersion function, String id) {
    var day = DAY.format(clock().now().atOffset(ZoneOffset.UTC));
    var name = function.attachments().logging().group() == null ? "" : function.name().name();
    return "%s/%s[%s]%s".formatted(day, name, function.version(), id);
  }

  private synchronized EnvironmentLoop simulationLoop() {
    if (onlyLoop != null) {
      return onlyLoop;
    }
    if (preciseLoop == null) {
      preciseLoop = new PreciseLoop(clock());
    }
    return preciseLoop;
  }

  private Clock clock() {
    return settings.clock();
  }

  /** Runs a task at that instant, on any of the loops. */
  void at(long instantNs, Runnable task) {
    if (onlyLoop != null) {
      onlyLoop.at(instantNs, task);
      return;
    }
    long delayNs = Math.max(0, instantNs - clock().nanoTime());
    var unused = loops.schedule(task, delayNs, TimeUnit.NANOSECONDS);
  }

  @Override
  public void close() {
    var closing = loops.shutdownGracefully(0, CLOSE_LIMIT_SECONDS, TimeUnit.SECONDS);
    closing.awaitUninterruptibly(CLOSE_LIMIT_SECONDS, TimeUnit.SECONDS);
    synchronized (this) {
      if (preciseLoop != null) {
        preciseLoop.close();
      }
    }
  }
}
