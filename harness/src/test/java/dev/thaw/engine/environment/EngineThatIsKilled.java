package dev.thaw.engine.environment;

import dev.thaw.invocation.Memory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;

/** A JVM with a fleet whose function has a child; says the process ids, and waits for its end. */
final class EngineThatIsKilled {
  private static final String BOOTSTRAP =
      """
      #!/bin/sh
      API="http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime"
      sleep 300 >/dev/null 2>&1 &
      CHILD=$!
      while true; do
        curl -sS -D "$TMPDIR/headers" "$API/invocation/next" >/dev/null || sleep 300
        ID=$(sed -n 's/^lambda-runtime-aws-request-id: *\\([-0-9a-f]*\\).*/\\1/Ip' "$TMPDIR/headers")
        curl -sS -o /dev/null -d "$$ $CHILD" "$API/invocation/$ID/response"
      done
      """;

  private EngineThatIsKilled() {}

  public static void main(String[] arguments) throws Exception {
    var folder = Path.of(arguments[0]);
    var code = Files.createDirectories(folder.resolve("code"));
    var file = Files.writeString(code.resolve("bootstrap"), BOOTSTRAP);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    var settings = FleetSettings.in(folder.resolve("work"), TestFleet.CLOCK);
    var fleet = EnvironmentFleet.start(settings, (group, stream, at, message) -> {});
    var function =
        new FunctionVersion(
            TestFleet.NAME,
            "$LATEST",
            "1",
            "provided.al2023",
            "h",
            new Memory(128),
            Duration.ofSeconds(30),
            code,
            Map.of(),
            Attachments.NONE);
    var answer = fleet.invoke(function, TestFleet.request("")).join();
    System.out.println(new String(answer.payload(), StandardCharsets.UTF_8));
    System.out.flush();
    Thread.sleep(Duration.ofMinutes(5).toMillis());
  }
}
