package dev.thaw.target.conform;

import dev.thaw.invocation.Clock;
import dev.thaw.target.Access;
import dev.thaw.target.AwsClients;
import dev.thaw.target.Packages;
import dev.thaw.target.Target;
import dev.thaw.target.conform.Checked.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/** Holds an endpoint to checks, several at once, and tells the listener of each that ended. */
public final class Conformance {
  private static final String ANY_ACCOUNT = "000000000000";
  private static final long CLEAN_UP_SECONDS = 30;

  private final Target target;
  private final Clock clock;
  private final Wish wish;

  /**
   * How it is done: how many times as fast as the clock the endpoint's platform waits pass, how
   * many checks run at once, the role that functions get (null for one that only has AWS's form),
   * and where the sample functions are.
   */
  public record Wish(double timeScale, int parallel, @Nullable String role, Packages packages) {}

  /** Hears of every check that has ended, on any thread. */
  @FunctionalInterface
  public interface Listener {
    void ended(Checked check);
  }

  public Conformance(Target target, Clock clock, Wish wish) {
    this.target = target;
    this.clock = clock;
    this.wish = wish;
  }

  /** Runs them all; an endpoint that does not answer is a TargetException. */
  public Fidelity run(List<Check> checks, Listener listener) {
    var access = target.access();
    try (var clients = new AwsClients(access)) {
      var setting =
          new Setting(
              clients,
              clock,
              identity(clients, access),
              target.pollInterval(),
              wish.timeScale(),
              wish.packages());
      var run = "thaw-" + UUID.randomUUID().toString().substring(0, 8);
      return Fidelity.of(
          access.endpoint().toString(), new Run(setting, run, listener).all(checks, wish));
    }
  }

  /** The account by STS where the endpoint has it, else by the access key. */
  private Setting.Identity identity(AwsClients clients, Access access) {
    var account = account(clients, access);
    var role = wish.role();
    return new Setting.Identity(
        account,
        access.region(),
        role == null ? "arn:aws:iam::%s:role/thaw-conform".formatted(account) : role);
  }

  private static String account(AwsClients clients, Access access) {
    try {
      return clients.sts().getCallerIdentity().account();
    } catch (AwsServiceException without) {
      return access.accessKeyId().matches("\\d{12}") ? access.accessKeyId() : ANY_ACCOUNT;
    } catch (SdkClientException e) {
      throw AwsClients.unreachable(access, e);
    }
  }

  private record Run(Setting setting, String name, Listener listener) {
    List<Checked> all(List<Check> checks, Wish wish) {
      var pool = Executors.newFixedThreadPool(wish.parallel());
      try {
        var running = new ArrayList<@Nullable Future<@Nullable Checked>>();
        checks.forEach(check -> running.add(start(check, pool)));
        return ended(checks, running);
      } finally {
        end(pool);
      }
    }

    /** Those that must be alone begin when the others have ended. */
    private @Nullable Future<@Nullable Checked> start(Check check, ExecutorService pool) {
      return check.isAlone() ? null : pool.submit(() -> one(check));
    }

    private List<Checked> ended(
        List<Check> checks, List<@Nullable Future<@Nullable Checked>> running) {
      var ended = new ArrayList<@Nullable Checked>();
      for (var check : running) {
        ended.add(check == null ? null : result(check));
      }
      for (int i = 0; i < checks.size(); i++) {
        if (ended.get(i) == null && !Thread.currentThread().isInterrupted()) {
          ended.set(i, one(checks.get(i)));
        }
      }
      return ended.stream().filter(check -> check != null).toList();
    }

    /** Nothing if we are interrupted while it runs. */
    private @Nullable Checked result(Future<@Nullable Checked> check) {
      try {
        return Thread.currentThread().isInterrupted() ? null : check.get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return null;
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      }
    }

    /** Checks that an interrupt ends still delete what they made. */
    private static void end(ExecutorService pool) {
      pool.shutdownNow();
      boolean wasInterrupted = Thread.interrupted();
      try {
        var unused = pool.awaitTermination(CLEAN_UP_SECONDS, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        wasInterrupted = true;
      }
      if (wasInterrupted) {
        Thread.currentThread().interrupt();
      }
    }

    /**
     * Nothing if we are interrupted while it runs: what it saw then says nothing of the endpoint.
     */
    private @Nullable Checked one(Check check) {
      var ended = judged(check);
      if (Thread.currentThread().isInterrupted()) {
        return null;
      }
      listener.ended(ended);
      return ended;
    }

    private Checked judged(Check check) {
      var prefix = name + "-" + check.id().toLowerCase(Locale.ROOT).replace('.', '-');
      try (var stage = new Stage(setting, prefix)) {
        return judged(check, stage);
      }
    }

    private static Checked judged(Check check, Stage stage) {
      try {
        var seen = check.action().see(stage);
        return Checked.of(check, seen.isExpected() ? Status.PASSED : Status.FAILED, seen.text());
      } catch (AwsServiceException e) {
        return Checked.of(
            check,
            Unsupported.is(e) ? Status.UNSUPPORTED : Status.FAILED,
            stage.mask().apply(Shown.error(e)));
      } catch (SdkException e) {
        return Checked.of(check, Status.FAILED, "no answer: " + e.getMessage());
      } catch (NotSeenException e) {
        return Checked.of(check, Status.FAILED, stage.mask().apply(String.valueOf(e.getMessage())));
      } catch (RuntimeException e) {
        // An endpoint may answer anything, and one answer must not end the other checks.
        return Checked.of(check, Status.FAILED, "what came could not be read: " + e);
      }
    }
  }
}
