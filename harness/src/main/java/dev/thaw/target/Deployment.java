package dev.thaw.target;

import dev.thaw.invocation.Clock;
import dev.thaw.invocation.RouteKind;
import dev.thaw.load.Route;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * The functions of one run on a target: made when it is created, gone when it is closed. Their
 * names carry the run's id.
 */
public final class Deployment implements AutoCloseable {
  private final Target target;
  private final AwsClients clients;
  private final Clock clock;
  private final Map<String, DeployedFunction> functions = new LinkedHashMap<>();
  private final Triggers triggers;
  private boolean isClosed;

  /** Connects to a target; nothing is deployed yet. */
  public Deployment(Target target, Clock clock) {
    this.target = target;
    this.clock = clock;
    this.clients = new AwsClients(target.access());
    this.triggers = new Triggers(target, clients, clock);
  }

  /** Deploys a variant's function and waits until it can be invoked. */
  public DeployedFunction deploy(
      String runId, String variant, FunctionSettings settings, byte[] zip) {
    var function =
        new DeployedFunction(
            clients.lambda(), clock, target.pollInterval(), functionName(runId, variant));
    functions.put(variant, function);
    try {
      function.create(settings, zip);
      return function;
    } catch (SdkClientException e) {
      throw AwsClients.unreachable(target.access(), e);
    } catch (SdkException e) {
      throw new TargetException(
          "variant '%s' could not be deployed: %s".formatted(variant, e.getMessage()), e);
    }
  }

  /**
   * A run's id starts with its second; with the longest variant name that makes 61 of 64 letters.
   */
  private static String functionName(String runId, String variant) {
    return "thaw-" + runId.substring(0, Math.min(runId.length(), 15)) + "-" + variant;
  }

  /**
   * The route of that kind to a variant's function; what it takes is made when it is first asked
   * for, and goes with the deployment.
   */
  public Route route(String variant, RouteKind kind) {
    return triggers.route(function(variant), kind);
  }

  /** How long the provisioned environments of each variant that has any took to be ready. */
  public Map<String, Duration> readyAfter() {
    var ready = new LinkedHashMap<String, Duration>();
    functions.forEach(
        (variant, function) -> function.readyAfter().ifPresent(time -> ready.put(variant, time)));
    return ready;
  }

  /** The function of a variant that was deployed. */
  public DeployedFunction function(String variant) {
    var function = functions.get(variant);
    if (function == null) {
      throw new IllegalArgumentException("variant " + variant + " is not deployed");
    }
    return function;
  }

  /** Lets so much of the platform's time pass. */
  public void idle(Duration platformTime) {
    clock.sleep(Duration.ofNanos((long) (platformTime.toNanos() / target.platformTimeScale())));
  }

  /**
   * What the functions' logs say since an instant; waits for what is awaited and has not arrived in
   * the logs, until all is there or nothing more has come for that long.
   */
  public LogEvidence collect(
      LogEvidence.Awaited awaited, Instant since, Duration wait, Consumer<Integer> progress) {
    var names = functions.values().stream().map(DeployedFunction::name).toList();
    return new PlatformLogs(clients.logs(), clock, target.pollInterval())
        .collect(names, awaited, since, wait, progress);
  }

  /** The platform's own count of a variant's invocations since an instant, if it has one. */
  public OptionalLong invocations(String variant, Instant since) {
    return new InvocationMetric(clients.cloudWatch())
        .count(function(variant).name(), since, clock.now());
  }

  /** Deletes everything; what cannot be deleted is named in the exception after all were tried. */
  @Override
  public void close() {
    if (isClosed) {
      return;
    }
    isClosed = true;
    // The SDK refuses to work for an interrupted thread, and an interrupt is why we may be here.
    boolean wasInterrupted = Thread.interrupted();
    try (clients) {
      var left = new ArrayList<>(triggers.remove());
      functions.values().stream()
          .filter(function -> !function.delete())
          .forEach(function -> left.add("function " + function.name()));
      if (!left.isEmpty()) {
        throw new TargetException("these could not be deleted: " + String.join(", ", left));
      }
    } finally {
      if (wasInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
