package dev.thaw.gatling;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsServer;
import dev.thaw.invocation.ReportLine;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An Invoke endpoint whose functions are named for how they answer. */
final class LambdaStub implements AutoCloseable {
  static {
    // Otherwise each answer waits 40 ms for an acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  /** What came in. */
  record Invocation(String function, String payload, Headers headers) {
    String header(String name) {
      return String.join(",", headers.getOrDefault(name, List.of()));
    }
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final List<Invocation> invocations = new CopyOnWriteArrayList<>();

  LambdaStub() throws IOException {
    this(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100));
  }

  LambdaStub(HttpServer server) {
    this.server = server;
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  URI uri() {
    var scheme = server instanceof HttpsServer ? "https" : "http";
    return URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort());
  }

  /** All that called the function so far. */
  List<Invocation> invocations(String function) {
    return invocations.stream().filter(call -> call.function().equals(function)).toList();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var function = Path.of(exchange.getRequestURI().getPath()).getName(2).toString();
      var payload = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      invocations.add(new Invocation(function, payload, exchange.getRequestHeaders()));
      answer(exchange, function);
    }
  }

  private void answer(HttpExchange exchange, String function) throws IOException {
    exchange.getResponseHeaders().set("x-amzn-RequestId", "id-" + function);
    switch (function) {
      case "silent" -> awaitClose();
      case "dropping" -> {} // closed without a word
      case "failing" -> {
        exchange.getResponseHeaders().set("X-Amz-Function-Error", "Unhandled");
        send(exchange, 200, "{\"errorMessage\":\"asked to fail\",\"errorType\":\"Fault\"}");
      }
      case "throttled" -> {
        var reason = "ReservedFunctionConcurrentInvocationLimitExceeded";
        send(exchange, 429, "{\"Reason\":\"%s\",\"message\":\"Slow down\"}".formatted(reason));
      }
      case "moved" -> {
        exchange.getResponseHeaders().set("Location", "/2015-03-31/functions/warm/invocations");
        send(exchange, 307, "");
      }
      default -> {
        var log = ReportLine.warm("id-" + function, 1.5, 2, 128, 60).format();
        exchange
            .getResponseHeaders()
            .set("X-Amz-Log-Result", Base64.getEncoder().encodeToString(log.getBytes(UTF_8)));
        send(
            exchange,
            200,
            """
            {"marker":{"environmentId":"e","invocationIndex":2,"initializedAtNs":1,\
            "startedAtNs":2,"endedAtNs":3,"initializationType":"on-demand"}}""");
      }
    }
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private void awaitClose() {
    try {
      closing.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
