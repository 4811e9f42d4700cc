package dev.thaw.engine.environment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** A sandbox that is a folder of this machine, with processes of this machine. */
final class ProcessSandbox implements Sandbox {
  private final ProcessHost host;
  private final NettyLoop loop;
  private final EnvironmentIdentity identity;
  private final Path folder;

  ProcessSandbox(ProcessHost host, NettyLoop loop, EnvironmentIdentity identity, Path folder) {
    this.host = host;
    this.loop = loop;
    this.identity = identity;
    this.folder = folder;
  }

  @Override
  public EnvironmentLoop loop() {
    return loop;
  }

  @Override
  public FunctionRuntime start(RuntimeListener listener) {
    var runtime = new ProcessRuntime(host, loop, listener);
    runtime.start(this::command);
    return runtime;
  }

  /** The process to be started, but for the address of its Runtime API. */
  ProcessBuilder command() throws IOException {
    var function = identity.function();
    var tmp = Files.createDirectories(folder.resolve("tmp"));
    var builder = new ProcessBuilder(host.command(function, tmp));
    builder.directory(function.code().toFile());
    builder.redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(EnvironmentVariables.of(identity, tmp));
    return builder;
  }

  @Override
  public void remove() {
    host.cleanUp(() -> delete(folder));
  }

  private static void delete(Path folder) {
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.deleteIfExists(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e)
                throws IOException {
              Files.deleteIfExists(visited);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      // A process that is still dying made another file: the fleet's end removes it.
      throw new UncheckedIOException(e);
    }
  }
}
