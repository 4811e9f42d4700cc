package dev.thaw.engine.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a function finds in its layers: a runtime, commands, and classes. */
final class LayersIT {
  /** Answers each event with what the command {@code hello} says. */
  private static final String BOOTSTRAP =
      """
      #!/bin/sh
      API="http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime"
      while true; do
        curl -sS -o /dev/null -D "$TMPDIR/headers" "$API/invocation/next" || exit 9
        ID=$(sed -n 's/^lambda-runtime-aws-request-id: *\\([-0-9a-f]*\\).*/\\1/Ip' "$TMPDIR/headers")
        hello | curl -sS -o /dev/null --data-binary @- "$API/invocation/$ID/response"
      done
      """;

  @TempDir Path folder;
  private TestFleet test;

  @BeforeEach
  void start() throws IOException {
    test = TestFleet.startPatiently();
  }

  @AfterEach
  void stop() throws IOException {
    test.close();
  }

  private static FunctionVersion with(FunctionVersion function, List<Path> layers) {
    return new FunctionVersion(
        function.name(),
        function.version(),
        function.revision(),
        function.runtime(),
        function.handler(),
        function.memory(),
        function.timeout(),
        function.code(),
        function.variables(),
        new Attachments(layers, new LogSettings("shared", null), false));
  }

  private Path executable(String file, String text) throws IOException {
    var path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    return path;
  }

  @Test
  void runsTheRuntimeOfALayerWithTheCommandsOfTheTopOne() throws Exception {
    executable("runtime/bootstrap", BOOTSTRAP);
    executable("bottom/bin/hello", "#!/bin/sh\necho '\"bottom\"'\n");
    executable("top/bin/hello", "#!/bin/sh\necho '\"top\"'\n");
    var code = Files.createDirectories(folder.resolve("code"));
    var layers =
        List.of(folder.resolve("runtime"), folder.resolve("bottom"), folder.resolve("top"));
    var function = with(test.function("provided.al2023", code, Map.of()), layers);

    assertThat(test.invoke(function, "{}").payload().strip()).isEqualTo("\"top\"");
  }

  @Test
  void writesToTheGroupThatWasChosenUnderTheFunctionsName() throws Exception {
    executable("runtime/bootstrap", BOOTSTRAP);
    executable("runtime/bin/hello", "#!/bin/sh\necho 1\n");
    var code = Files.createDirectories(folder.resolve("code"));
    var function =
        with(test.function("provided.al2023", code, Map.of()), List.of(folder.resolve("runtime")));
    test.invoke(function, "{}");
    assertThat(test.streams(function))
        .singleElement()
        .asString()
        .matches("\\d{4}/\\d\\d/\\d\\d/work\\[\\$LATEST][0-9a-f]{32}");
  }

  /** The function's package is empty; the sample's package is as good as a jar. */
  @Test
  void findsClassesInTheJarsOfALayer() throws Exception {
    var zip = Path.of(System.getProperty("thaw.home"), "sample-functions/java/target");
    var jars = Files.createDirectories(folder.resolve("layer/java/lib"));
    Files.copy(zip.resolve("sample-java.zip"), jars.resolve("sample.jar"));
    var empty = Files.createDirectories(folder.resolve("code"));
    var function = with(test.function("java17", empty, Map.of()), List.of(folder.resolve("layer")));

    var answered = test.invoke(function, "{}");
    assertThat(answered.result().functionError()).isNull();
    assertThat(answered.payload()).contains("environmentId");
  }
}
