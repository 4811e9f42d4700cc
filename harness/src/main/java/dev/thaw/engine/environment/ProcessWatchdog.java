package dev.thaw.engine.environment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A small shell that outlives this JVM by a moment: however the JVM ends, the shell sees the end of
 * its input, kills every process and process group that is still registered, and removes the
 * folders it was told of. {@link #close} makes it do so now.
 *
 * <p>It runs in a session of its own and ignores the terminal's signals, so what ends the JVM does
 * not end it. All methods may be called from any thread; a call that comes after the end does
 * nothing.
 */
public final class ProcessWatchdog implements AutoCloseable {
  private static final long CLOSE_LIMIT_SECONDS = 20;
  private static final String SCRIPT =
      """
      trap '' HUP INT TERM QUIT PIPE
      end() { kill -s KILL -- "$1" 2>/dev/null; }
      forget() { case $targets in *" $1 "*) targets="${targets%% $1 *} ${targets#* $1 }" ;; esac; }
      targets=' '
      while read -r verb argument; do
        case $verb in
          register) targets="$targets$argument " ;;
          unregister) forget "$argument" ;;
          kill) end "$argument"; forget "$argument" ;;
          folder) set -- "$@" "$argument" ;;
        esac
      done
      for target in $targets; do end "$target"; done
      for folder in "$@"; do rm -rf -- "$folder" || { sleep 1; rm -rf -- "$folder"; }; done
      """;

  private final Process shell;
  private final Writer orders;

  private ProcessWatchdog(Process shell) {
    this.shell = shell;
    this.orders = shell.outputWriter(StandardCharsets.UTF_8);
  }

  /** Starts the shell. */
  public static ProcessWatchdog start() throws IOException {
    var command = new ArrayList<String>();
    Executables.find("setsid").map(Path::toString).ifPresent(command::add);
    command.addAll(List.of("sh", "-c", SCRIPT, "thaw-watchdog"));
    var builder = new ProcessBuilder(command);
    builder.directory(Path.of("/").toFile());
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    return new ProcessWatchdog(builder.start());
  }

  /** Kills that process when the end comes. */
  public void register(long pid) {
    order("register " + pid);
  }

  /** That process has ended, or may live on. */
  public void unregister(long pid) {
    order("unregister " + pid);
  }

  /** Kills that process group, whatever is left of it, when the end comes. */
  public void registerGroup(long leader) {
    order("register -" + leader);
  }

  /** Kills that process group with all its members now, and forgets it. */
  public void killGroup(long leader) {
    order("kill -" + leader);
  }

  /** Removes that folder when the end comes. */
  public void registerFolder(Path folder) {
    var path = folder.toAbsolutePath().toString();
    if (path.indexOf('\n') >= 0) {
      throw new IllegalArgumentException("a folder's name must not hold a line break: " + path);
    }
    order("folder " + path);
  }

  private synchronized void order(String line) {
    try {
      orders.write(line + "\n");
      orders.flush();
    } catch (IOException e) {
      // The shell is gone or closed: nothing is left to order.
      if (shell.isAlive()) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Whether the shell still watches. */
  public boolean isAlive() {
    return shell.isAlive();
  }

  /** Has everything that is registered killed and removed, and waits until that is done. */
  @Override
  public void close() {
    closeInput();
    try {
      if (!shell.waitFor(CLOSE_LIMIT_SECONDS, TimeUnit.SECONDS)) {
        shell.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void closeInput() {
    try {
      orders.close();
    } catch (IOException e) {
      // The pipe is closed even if its reader was gone before.
      shell.destroy();
    }
  }
}
