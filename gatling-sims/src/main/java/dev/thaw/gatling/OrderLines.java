package dev.thaw.gatling;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.thaw.load.GeneratorOrder;
import dev.thaw.load.GeneratorOrder.Close;
import dev.thaw.results.RunJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Orders as JSON lines. A thread of its own reads them up to the order to close, so that an end of
 * input before it, which means that whoever gave the orders is gone, stops the generator whatever
 * it is doing.
 */
final class OrderLines implements Orders {
  private static final ObjectReader JSON =
      RunJson.MAPPER
          .readerFor(GeneratorOrder.class)
          .with(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .with(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES);

  private final BlockingQueue<Orders> orders = new LinkedBlockingQueue<>();

  private OrderLines() {}

  static OrderLines read(InputStream in, StopSignal stop) {
    var orders = new OrderLines();
    var thread = new Thread(() -> orders.readAll(in, stop), "orders");
    thread.setDaemon(true);
    thread.start();
    return orders;
  }

  private void readAll(InputStream in, StopSignal stop) {
    try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (@Nullable String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank() && addAndAskIfLast(line)) {
          return;
        }
      }
    } catch (IOException brokenPipe) {
      // As good as the end of input.
    }
    stop.raise();
    orders.add(Optional::empty);
  }

  /** What cannot be read is found when it is its turn: orders before it are obeyed. */
  private boolean addAndAskIfLast(String line) {
    try {
      var order = parse(line);
      orders.add(() -> Optional.of(order));
      return order instanceof Close;
    } catch (GeneratorException e) {
      orders.add(
          () -> {
            throw e;
          });
      return false;
    }
  }

  @Override
  public Optional<GeneratorOrder> next() {
    try {
      return orders.take().next();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  static GeneratorOrder parse(String line) {
    try {
      return JSON.readValue(line);
    } catch (JsonProcessingException e) {
      throw new GeneratorException(
          "Unreadable order '%s': %s.".formatted(line, e.getOriginalMessage()), e);
    }
  }
}
