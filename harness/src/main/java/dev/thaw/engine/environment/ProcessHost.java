package dev.thaw.engine.environment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the process sandboxes of a fleet share: how runtimes are started, and who cleans up. */
final class ProcessHost implements AutoCloseable {
  private final Path folder;
  private final ProcessLauncher launcher;
  private final ExecutorService cleaner = DaemonThread.named("environment-cleaner");
  private @Nullable JavaRuntime java;

  ProcessHost(Path folder, ProcessLauncher launcher) {
    this.folder = folder;
    this.launcher = launcher;
  }

  ProcessLauncher launcher() {
    return launcher;
  }

  /** Runs a task that touches the disk or waits for a process; not in any hurry. */
  void cleanUp(Runnable task) {
    var unused = cleaner.submit(task);
  }

  /** Whether functions of that runtime can be started here. */
  static boolean supports(String runtime) {
    return runtime.startsWith("java") || runtime.startsWith("provided");
  }

  /** The command line of a function's runtime; {@code tmp} is its environment's {@code /tmp}. */
  List<String> command(FunctionVersion function, Path tmp) throws IOException {
    var command = new ArrayList<>(launcher.prefix());
    if (function.runtime().startsWith("java")) {
      command.addAll(java().command(function, tmp));
    } else {
      command.add(bootstrap(function).toString());
    }
    return command;
  }

  private synchronized JavaRuntime java() throws IOException {
    if (java == null) {
      java = JavaRuntime.unpackInto(folder.resolve("java"));
    }
    return java;
  }

  /**
   * The custom runtime's executable, in the package or in a layer.
   *
   * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-custom.html">Custom
   *     runtimes</a>
   */
  private static Path bootstrap(FunctionVersion function) throws UnstartableException {
    var places = Stream.concat(Stream.of(function.code()), function.layersFromTop().stream());
    for (var candidate : places.map(place -> place.resolve("bootstrap")).toList()) {
      if (Files.isRegularFile(candidate) && Files.isExecutable(candidate)) {
        return candidate;
      }
    }
    throw new UnstartableException(
        "Runtime.InvalidEntrypoint",
        "Couldn't find valid bootstrap(s): [/var/task/bootstrap /opt/bootstrap]");
  }

  @Override
  public void close() {
    launcher.close();
    cleaner.shutdownNow();
  }
}
