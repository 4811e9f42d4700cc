package dev.thaw.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.thaw.engine.environment.FunctionName;
import dev.thaw.engine.environment.FunctionVersion;
import dev.thaw.engine.environment.InvocationRequest;
import dev.thaw.engine.environment.InvocationResult;
import dev.thaw.engine.environment.Invoker;
import dev.thaw.engine.environment.LogSink;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * Environments in memory: every function answers with its payload, or with an error where the
 * payload is the string "fail", or with the engine's own failure where it is "crash".
 */
public final class EchoEnvironments implements Invoker {
  private final LogSink logs;
  private final List<FunctionName> retired = new CopyOnWriteArrayList<>();
  private final List<String> retiredVersions = new CopyOnWriteArrayList<>();
  private final List<FunctionVersion> versions = new CopyOnWriteArrayList<>();
  private final List<InvocationRequest> requests = new CopyOnWriteArrayList<>();
  private final AtomicInteger ended = new AtomicInteger();
  private volatile CompletableFuture<Void> door = CompletableFuture.completedFuture(null);
  private volatile CompletableFuture<Void> gate = CompletableFuture.completedFuture(null);

  public EchoEnvironments(LogSink logs) {
    this.logs = logs;
  }

  @Override
  public CompletableFuture<InvocationResult> invoke(
      FunctionVersion version, InvocationRequest request, BooleanSupplier mayGrow) {
    versions.add(version);
    requests.add(request);
    return door.isDone()
        ? answer(version, request)
        : door.thenCompose(open -> answer(version, request));
  }

  private CompletableFuture<InvocationResult> answer(
      FunctionVersion version, InvocationRequest request) {
    var payload = new String(request.payload(), UTF_8);
    if (payload.equals("\"crash\"")) {
      return CompletableFuture.failedFuture(new IllegalStateException("no environment"));
    }
    var log =
        "START RequestId: %1$s Version: $LATEST\nEND RequestId: %1$s\n"
            .formatted(request.requestId());
    logs.write(version.logGroup(), "2026/11/23/[$LATEST]echo", Instant.EPOCH, log);
    return CompletableFuture.completedFuture(
        payload.equals("\"fail\"")
            ? new InvocationResult("{\"errorType\":\"Error\"}".getBytes(UTF_8), "Unhandled", log)
            : new InvocationResult(request.payload(), null, log));
  }

  @Override
  public void retire(FunctionName name) {
    gate.join();
    retired.add(name);
  }

  @Override
  public void retire(FunctionName name, String version) {
    gate.join();
    retiredVersions.add(name.name() + ":" + version);
  }

  /** Keeps invocations running, from now on, until the future returned is completed. */
  public CompletableFuture<Void> holdInvocations() {
    door = new CompletableFuture<>();
    return door;
  }

  /** Keeps updates in progress until the future returned is completed. */
  public CompletableFuture<Void> holdUpdates() {
    gate = new CompletableFuture<>();
    return gate;
  }

  public Environments environments() {
    return new Environments(this, ended::incrementAndGet);
  }

  /** The log that environments write to. */
  public LogSink logs() {
    return logs;
  }

  public List<FunctionName> retired() {
    return retired;
  }

  /** The versions that were retired alone, as {@code name:version}. */
  public List<String> retiredVersions() {
    return retiredVersions;
  }

  /** What the invocations ran, in their order. */
  public List<FunctionVersion> versions() {
    return versions;
  }

  public List<InvocationRequest> requests() {
    return requests;
  }

  public int ended() {
    return ended.get();
  }
}
