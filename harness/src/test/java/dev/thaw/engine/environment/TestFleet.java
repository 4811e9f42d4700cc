package dev.thaw.engine.environment;

import dev.thaw.invocation.Clock;
import dev.thaw.invocation.Memory;
import dev.thaw.invocation.WallClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;

/** A fleet in a temporary folder, with its log events and the functions that tests run in it. */
final class TestFleet implements AutoCloseable {
  static final FunctionName NAME = new FunctionName("eu-west-1", "123456789012", "work");
  static final Clock CLOCK = new WallClock();

  private static final long ANSWER_LIMIT_SECONDS = 180;

  private final Path folder;
  private final Queue<Event> events = new ConcurrentLinkedQueue<>();
  private final EnvironmentFleet fleet;

  /** One log event. */
  record Event(String group, String stream, String message) {}

  private TestFleet(UnaryOperator<FleetSettings> change) throws IOException {
    folder = Files.createTempDirectory("thaw-fleet-test");
    fleet =
        EnvironmentFleet.start(
            change.apply(FleetSettings.in(folder.resolve("work"), CLOCK)),
            (group, stream, at, message) -> events.add(new Event(group, stream, message)));
  }

  static TestFleet start() throws IOException {
    return start(settings -> settings);
  }

  /** Gives an init as long as it takes a busy machine to start many JVMs at once. */
  static TestFleet startPatiently() throws IOException {
    return start(settings -> settings.withInitLimit(Duration.ofMinutes(2)));
  }

  static TestFleet start(UnaryOperator<FleetSettings> change) throws IOException {
    return new TestFleet(change);
  }

  EnvironmentFleet fleet() {
    return fleet;
  }

  Path workFolder() {
    return folder.resolve("work");
  }

  /** The sample function in Java, from its package. */
  FunctionVersion sample(Map<String, String> variables) {
    var zip =
        Path.of(System.getProperty("thaw.home"), "sample-functions/java/target/sample-java.zip");
    return function("java17", unzip(zip), variables);
  }

  /** A custom runtime, from the text of its bootstrap. */
  FunctionVersion custom(String bootstrap) throws IOException {
    var code = Files.createTempDirectory(folder, "code");
    var file = Files.writeString(code.resolve("bootstrap"), bootstrap);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return function("provided.al2023", code, Map.of());
  }

  FunctionVersion function(String runtime, Path code, Map<String, String> variables) {
    return new FunctionVersion(
        NAME,
        "$LATEST",
        "1",
        runtime,
        "dev.thaw.sample.WorkHandler::handleRequest",
        new Memory(512),
        Duration.ofSeconds(60),
        code,
        variables,
        Attachments.NONE);
  }

  /** The same function under another name, with environments and a log group of its own. */
  FunctionVersion named(String name, FunctionVersion function) {
    return new FunctionVersion(
        new FunctionName(NAME.region(), NAME.account(), name),
        function.version(),
        function.revision(),
        function.runtime(),
        function.handler(),
        function.memory(),
        function.timeout(),
        function.code(),
        function.variables(),
        Attachments.NONE);
  }

  static FunctionVersion withTimeout(FunctionVersion function, Duration timeout) {
    return new FunctionVersion(
        function.name(),
        function.version(),
        function.revision(),
        function.runtime(),
        function.handler(),
        function.memory(),
        timeout,
        function.code(),
        function.variables(),
        Attachments.NONE);
  }

  private Path unzip(Path zip) {
    var code = folder.resolve("sample");
    if (Files.exists(code)) {
      return code;
    }
    try (var in = new ZipInputStream(Files.newInputStream(zip))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        var target = code.resolve(entry.getName());
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.resolveSibling("."));
          Files.copy(in, target);
        }
      }
      return code;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Invokes and waits for the answer. */
  Answered invoke(FunctionVersion function, String payload) throws Exception {
    var request = request(payload);
    var result = fleet.invoke(function, request).get(ANSWER_LIMIT_SECONDS, TimeUnit.SECONDS);
    return new Answered(request.requestId(), result);
  }

  static InvocationRequest request(String payload) {
    return new InvocationRequest(
        UUID.randomUUID().toString(), NAME.arn(), payload.getBytes(StandardCharsets.UTF_8), null);
  }

  /** An answer, its numbers and ids masked where they are not the point. */
  record Answered(String requestId, InvocationResult result) {
    String payload() {
      return new String(result.payload(), StandardCharsets.UTF_8);
    }

    String maskedPayload() {
      return payload().replace(requestId, "<id>");
    }

    String maskedLog() {
      return mask(result.log().replace(requestId, "<id>"));
    }
  }

  /** All log events of a function up to now as one text, masked. */
  String maskedStream(FunctionVersion function) {
    var text = new StringBuilder();
    events(function).forEach(event -> text.append(event.message()));
    return mask(text.toString());
  }

  /** The names of a function's log streams. */
  Set<String> streams(FunctionVersion function) {
    return events(function).stream().map(Event::stream).collect(Collectors.toSet());
  }

  List<Event> events(FunctionVersion function) {
    return events.stream().filter(event -> event.group().equals(function.logGroup())).toList();
  }

  static String mask(String log) {
    return log.replaceAll("Duration: \\d+\\.\\d\\d ms", "Duration: <n> ms")
        .replaceAll("Billed Duration: \\d+ ms", "Billed Duration: <n> ms")
        .replaceAll("Max Memory Used: \\d+ MB", "Max Memory Used: <n> MB")
        .replaceAll(":runtime:[0-9a-f]{64}", ":runtime:<hash>")
        .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "<id>");
  }

  @Override
  public void close() throws IOException {
    fleet.close();
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
