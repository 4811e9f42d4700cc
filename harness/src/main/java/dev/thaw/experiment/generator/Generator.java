package dev.thaw.experiment.generator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.thaw.engine.environment.ProcessWatchdog;
import dev.thaw.experiment.ExperimentException;
import dev.thaw.load.GeneratorEvent;
import dev.thaw.load.GeneratorOrder;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A load generator in a process of its own: orders go to its standard input, events come from its
 * standard output. It ends when it is closed, and by itself when this process is gone.
 */
public final class Generator implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration START_LIMIT = Duration.ofMinutes(2);
  private static final Duration END_LIMIT = Duration.ofSeconds(20);

  /** What the reader puts into the queue when the process has closed its output. */
  private static final GeneratorEvent ENDED = new GeneratorEvent.Failed("ended");

  private final Process process;
  private final ProcessWatchdog watchdog;
  private final BufferedWriter orders;
  private final Path log;
  private final BlockingQueue<GeneratorEvent> events = new LinkedBlockingQueue<>();

  private Generator(Process process, ProcessWatchdog watchdog, Path log) {
    this.process = process;
    this.watchdog = watchdog;
    watchdog.register(process.pid());
    this.log = log;
    this.orders =
        new BufferedWriter(
            new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    var reader = new Thread(this::readEvents, "generator-events");
    reader.setDaemon(true);
    reader.start();
  }

  /** Starts the process; its libraries' chatter goes to the log file. */
  public static Generator start(List<String> command, Map<String, String> variables, Path log) {
    var builder = new ProcessBuilder(command).redirectError(log.toFile());
    builder.environment().putAll(variables);
    try {
      return new Generator(builder.start(), ProcessWatchdog.start(), log);
    } catch (IOException e) {
      throw new ExperimentException(
          "the load generator could not be started: " + e.getMessage(), e);
    }
  }

  /** Sends the first order; {@link #awaitReady} waits for the burn-in to end. */
  public void open(GeneratorOrder.Open order) {
    send(order);
  }

  /** Waits until it is burnt in. */
  public void awaitReady() {
    var event = next(START_LIMIT);
    if (!(event instanceof GeneratorEvent.Ready)) {
      throw unexpected(event);
    }
  }

  /** Sends one stretch of load and waits until all of it was answered or given up. */
  public GeneratorEvent.Fired fire(
      GeneratorOrder.Fire order, Consumer<GeneratorEvent.Progress> progress) {
    send(order);
    var limit =
        order.arrivals().duration().plusMillis(order.timeoutMs()).plus(Duration.ofSeconds(30));
    while (true) {
      var event = next(limit);
      if (event instanceof GeneratorEvent.Fired fired) {
        return fired;
      }
      if (!(event instanceof GeneratorEvent.Progress seen)) {
        throw unexpected(event);
      }
      progress.accept(seen);
    }
  }

  /** Lets the generator finish its file; how many requests it holds. */
  public long finish() {
    send(new GeneratorOrder.Close());
    var event = next(END_LIMIT);
    if (event instanceof GeneratorEvent.Closed closed) {
      return closed.recorded();
    }
    throw unexpected(event);
  }

  private void send(GeneratorOrder order) {
    try {
      orders.write(JSON.writerFor(GeneratorOrder.class).writeValueAsString(order));
      orders.newLine();
      orders.flush();
    } catch (IOException e) {
      throw new ExperimentException(ended(), e);
    }
  }

  private GeneratorEvent next(Duration limit) {
    try {
      @Nullable GeneratorEvent event = events.poll(limit.toNanos(), TimeUnit.NANOSECONDS);
      if (event == null) {
        throw new ExperimentException(
            "the load generator has said nothing for %d s; see %s"
                .formatted(limit.toSeconds(), log));
      }
      return event;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ExperimentException("interrupted", e);
    }
  }

  private ExperimentException unexpected(GeneratorEvent event) {
    if (event == ENDED) {
      return new ExperimentException(ended());
    }
    return new ExperimentException(
        event instanceof GeneratorEvent.Failed failed
            ? "the load generator failed: " + failed.message()
            : "the load generator answered out of turn: " + event);
  }

  private String ended() {
    return "the load generator has ended unexpectedly; see " + log;
  }

  private void readEvents() {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (@Nullable String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(GeneratorEvent.PREFIX)) {
          events.add(parse(line.substring(GeneratorEvent.PREFIX.length())));
        }
      }
    } catch (IOException closed) {
      // The end of the stream, told below.
    }
    events.add(ENDED);
  }

  private static GeneratorEvent parse(String json) {
    try {
      return JSON.readValue(json, GeneratorEvent.class);
    } catch (JsonProcessingException e) {
      return new GeneratorEvent.Failed("it wrote an event that cannot be read: " + json);
    }
  }

  /** Ends the process at once if it has not ended by itself. */
  @Override
  public void close() {
    boolean wasInterrupted = Thread.interrupted();
    try {
      process.getOutputStream().close();
      if (!process.waitFor(2, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor(2, TimeUnit.SECONDS);
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      wasInterrupted = true;
    }
    watchdog.close();
    if (wasInterrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
