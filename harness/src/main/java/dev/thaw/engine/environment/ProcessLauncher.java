package dev.thaw.engine.environment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Starts processes so that none survives this JVM: each as the leader of a session of its own (by
 * {@code setsid}) that the watchdog kills, and with {@code setpriv --pdeathsig KILL}, by which the
 * kernel kills it when the thread that started it ends; hence one thread that never does. Where the
 * two programs are missing the watchdog alone must do, and grandchildren are not covered.
 */
final class ProcessLauncher implements AutoCloseable {
  private static final long CLOSE_LIMIT_SECONDS = 10;

  private final ExecutorService thread = DaemonThread.named("environment-starter");
  private final ProcessWatchdog watchdog;
  private final CompletableFuture<Means> means;

  /** What this machine has: what stands before every command, and whether that makes sessions. */
  private record Means(List<String> prefix, boolean hasSessions) {}

  private ProcessLauncher(ProcessWatchdog watchdog) {
    this.watchdog = watchdog;
    this.means = CompletableFuture.supplyAsync(ProcessLauncher::findMeans, thread);
  }

  /** Finds out what this machine has while the caller goes on; by two short-lived processes. */
  static ProcessLauncher with(ProcessWatchdog watchdog) {
    return new ProcessLauncher(watchdog);
  }

  private static Means findMeans() {
    var prefix = new ArrayList<String>();
    var setsid = Executables.find("setsid").map(Path::toString).map(List::of).orElse(List.of());
    boolean hasSessions = !setsid.isEmpty() && runs(setsid);
    if (hasSessions) {
      prefix.addAll(setsid);
    }
    var setpriv =
        Executables.find("setpriv")
            .map(path -> List.of(path.toString(), "--pdeathsig", "KILL"))
            .orElse(List.of());
    if (!setpriv.isEmpty() && runs(setpriv)) {
      prefix.addAll(setpriv);
    }
    return new Means(List.copyOf(prefix), hasSessions);
  }

  private static boolean runs(List<String> prefix) {
    var command = new ArrayList<>(prefix);
    command.add("true");
    try {
      var process =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(CLOSE_LIMIT_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException cannotBeStarted) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Runs a task on the starting thread. */
  void execute(Runnable task) {
    var unused = thread.submit(task);
  }

  /** What stands before every command. */
  List<String> prefix() {
    return means.join().prefix();
  }

  /** Starts the process; on the starting thread only. */
  Process start(ProcessBuilder builder) throws IOException {
    var process = builder.start();
    if (means.join().hasSessions()) {
      watchdog.registerGroup(process.pid());
    } else {
      watchdog.register(process.pid());
    }
    return process;
  }

  /** Kills the process and its children, or what is left of them when it has ended. */
  void kill(Process process) {
    if (means.join().hasSessions() && watchdog.isAlive()) {
      watchdog.killGroup(process.pid());
    } else {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      watchdog.unregister(process.pid());
    }
  }

  /** Starts nothing more; waits for a start that is under way. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(CLOSE_LIMIT_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("a process is still being started");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
