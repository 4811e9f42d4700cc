package dev.thaw.gatling;

import dev.thaw.load.GeneratorEvent;
import dev.thaw.load.GeneratorOrder;
import dev.thaw.results.RunJson;
import io.gatling.javaapi.core.Simulation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A generator in a JVM of its own, as the harness forks it. */
final class WorkerProcess implements AutoCloseable {
  static final Map<String, String> CREDENTIALS =
      Map.of("AWS_ACCESS_KEY_ID", "test", "AWS_SECRET_ACCESS_KEY", "test");

  private final Process process;
  private final BufferedReader out;
  private final List<String> chatter = new ArrayList<>();

  private WorkerProcess(Process process) {
    this.process = process;
    this.out = process.inputReader(StandardCharsets.UTF_8);
  }

  static WorkerProcess start(Path folder) throws IOException {
    return start(WorkerSimulation.class, folder, CREDENTIALS);
  }

  static WorkerProcess start(
      Class<? extends Simulation> simulation,
      Path folder,
      Map<String, String> variables,
      String... options)
      throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xms512m", "-Xmx512m"));
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("io.gatling.app.Gatling", "-s", simulation.getName()));
    command.addAll(List.of("-rf", folder.toString()));
    var builder = new ProcessBuilder(command).redirectError(folder.resolve("stderr").toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
    builder.environment().putAll(variables);
    builder.environment().put("HOME", folder.toString());
    return new WorkerProcess(builder.start());
  }

  void order(GeneratorOrder order) throws IOException {
    line(RunJson.MAPPER.writerFor(GeneratorOrder.class).writeValueAsString(order));
  }

  void line(String text) throws IOException {
    process.getOutputStream().write((text + "\n").getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
  }

  /** Closes the pipe that orders come through, as the end of this process would. */
  void hangUp() throws IOException {
    process.getOutputStream().close();
  }

  /** The next event of that kind; events of other kinds are passed over. */
  <T extends GeneratorEvent> T await(Class<T> kind) {
    return kind.cast(await(kind::isInstance));
  }

  private GeneratorEvent await(Predicate<GeneratorEvent> wanted) {
    try {
      for (var line = out.readLine(); line != null; line = out.readLine()) {
        if (!line.startsWith(GeneratorEvent.PREFIX)) {
          chatter.add(line);
          continue;
        }
        var json = line.substring(GeneratorEvent.PREFIX.length());
        var event = RunJson.MAPPER.readValue(json, GeneratorEvent.class);
        if (wanted.test(event)) {
          return event;
        }
      }
      throw new AssertionError("the generator ended without the awaited event");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lines on standard output that were no events. */
  List<String> chatter() {
    return chatter;
  }

  int exitCode() throws InterruptedException {
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      throw new AssertionError("the generator does not end");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
