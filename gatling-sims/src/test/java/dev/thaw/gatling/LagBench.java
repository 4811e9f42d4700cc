package dev.thaw.gatling;

import dev.thaw.invocation.Request;
import dev.thaw.load.ArrivalProcess;
import dev.thaw.load.GeneratorEvent.Fired;
import dev.thaw.load.GeneratorEvent.Ready;
import dev.thaw.load.GeneratorOrder.Close;
import dev.thaw.load.GeneratorOrder.Fire;
import dev.thaw.load.GeneratorOrder.Open;
import dev.thaw.load.Route;
import dev.thaw.results.NdjsonFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Measures how late requests go out, against a stub server in a process of its own. Not part of the
 * build; after {@code mvn package} run
 *
 * <pre>java -cp 'gatling-sims/target/test-classes:gatling-sims/target/gatling-sims.jar:\
 * gatling-sims/target/lib/*' dev.thaw.gatling.LagBench BURN_IN SECONDS RATE...</pre>
 */
public final class LagBench {
  private LagBench() {}

  /** Takes the number of burn-in requests, seconds per rate, and rates; "server" is the child. */
  public static void main(String[] args) throws Exception {
    if (args[0].equals("server")) {
      serve();
      return;
    }
    var server =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                LagBench.class.getName(),
                "server")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var reader = server.inputReader()) {
      bench(URI.create(reader.readLine()), args);
    } finally {
      server.destroy();
    }
  }

  private static void serve() throws IOException {
    try (var stub = new StubServer(Integer.MAX_VALUE)) {
      System.out.println(stub.uri());
      while (System.in.read() >= 0) {
        // until the parent ends
      }
    }
  }

  private static void bench(URI endpoint, String[] args) throws Exception {
    warm(endpoint);
    var folder = Files.createTempDirectory("lag-bench");
    var options = System.getProperty("thaw.options", "-Xshare:auto").split("#");
    long begin = System.nanoTime();
    try (var worker =
        WorkerProcess.start(WorkerSimulation.class, folder, WorkerProcess.CREDENTIALS, options)) {
      var file = folder.resolve("requests.ndjson.gz");
      worker.order(
          new Open(endpoint, "eu-west-1", file.toString(), 0, 1, Integer.parseInt(args[0])));
      var ready = worker.await(Ready.class);
      System.out.printf(
          "start to ready %.2f s, of it burn-in %.2f s%n",
          (System.nanoTime() - begin) / 1e9, ready.burnInMs() / 1e3);
      for (var rate : Arrays.asList(args).subList(2, args.length)) {
        worker.order(fire(rate, "poisson %s/s for %s s".formatted(rate, args[1])));
        worker.await(Fired.class);
      }
      worker.order(new Close());
      worker.exitCode();
      report(file);
    } finally {
      try (var files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
      }
    }
  }

  /** The server is a cold process, too. */
  private static void warm(URI endpoint) throws Exception {
    var client = HttpClient.newHttpClient();
    var body = HttpRequest.BodyPublishers.ofString("{}");
    var request = HttpRequest.newBuilder(endpoint).POST(body).build();
    for (int i = 0; i < 20_000; i++) {
      client.send(request, HttpResponse.BodyHandlers.discarding());
    }
  }

  private static Fire fire(String rate, String arrivals) {
    return new Fire(
        rate + "/s",
        "bench",
        new Route.Invoke("f"),
        "{}",
        ArrivalProcess.parse(arrivals),
        7,
        0,
        0,
        5000,
        false);
  }

  private static void report(Path file) throws IOException {
    var requests = new NdjsonFile<>(file, Request.class).read().values();
    System.out.printf(
        "%8s %8s %7s  %s%n",
        "rate", "requests", "failed", "lag ms p50/p99/p99.9/max; service p50/p99");
    for (var phase : requests.stream().map(request -> request.slot().phase()).distinct().toList()) {
      var own = requests.stream().filter(r -> r.slot().phase().equals(phase)).toList();
      System.out.printf(
          "%8s %8d %7d  %s; %s%n",
          phase,
          own.size(),
          own.stream().filter(request -> !request.answer().isSuccess()).count(),
          percentiles(own, request -> request.timing().lagMs(), 0.5, 0.99, 0.999, 1),
          percentiles(own, request -> request.timing().serviceMs(), 0.5, 0.99));
    }
  }

  private static String percentiles(
      List<Request> requests,
      java.util.function.ToDoubleFunction<Request> value,
      double... shares) {
    var durations = new Durations();
    requests.forEach(request -> durations.add(value.applyAsDouble(request)));
    var text = new StringBuilder();
    for (double share : shares) {
      text.append(text.isEmpty() ? "" : " / ")
          .append("%.3f".formatted(durations.percentile(share)));
    }
    return text.toString();
  }
}
