package dev.thaw.engine.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.invocation.Memory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JavaRuntimeTest {
  @TempDir private Path folder;

  private List<String> command(Map<String, String> variables) throws Exception {
    return JavaRuntime.unpackInto(Files.createTempDirectory(folder, "java"))
        .command(
            new FunctionVersion(
                TestFleet.NAME,
                "$LATEST",
                "1",
                "java17",
                "example.Handler::handle",
                new Memory(512),
                Duration.ofSeconds(3),
                folder,
                variables,
                Attachments.NONE),
            Path.of("/environment/tmp"));
  }

  @Test
  void startsTheInterfaceClientOnThisJvmWithTheFlagsOfTheManagedRuntime() throws Exception {
    var command = command(Map.of());

    assertThat(command.get(0)).isEqualTo(System.getProperty("java.home") + "/bin/java");
    assertThat(command)
        .contains(
            "-XX:MaxHeapSize=445645k",
            "-XX:+UseSerialGC",
            "-XX:+TieredCompilation",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "--add-opens=java.base/java.io=ALL-UNNAMED",
            "-Djava.io.tmpdir=/environment/tmp");
    assertThat(command.subList(command.size() - 2, command.size()))
        .containsExactly(
            "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
            "example.Handler::handle");
    assertThat(command.get(command.size() - 3).split(":"))
        .as("class path")
        .anyMatch(jar -> jar.contains("aws-lambda-java-runtime-interface-client-"))
        .anyMatch(jar -> jar.contains("aws-lambda-java-core-"))
        .anyMatch(jar -> jar.contains("aws-lambda-java-serialization-"))
        .anyMatch(jar -> jar.contains("utils-lite-"))
        .hasSize(4);
  }

  @Test
  void givesEveryJvmTheSameUnpackedNativeLibrary() throws Exception {
    var property =
        "-Dcom.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI=";
    var library = command(Map.of()).stream().filter(flag -> flag.startsWith(property)).findFirst();

    assertThat(Path.of(library.orElseThrow().substring(property.length())))
        .isNotEmptyFile()
        .startsWith(folder);
  }

  @ParameterizedTest
  @CsvSource({
    "-Xmx100m, -XX:MaxHeapSize=445645k",
    "-XX:MaxRAMPercentage=70, -XX:MaxHeapSize=445645k",
    "-XX:+UseG1GC, -XX:+UseSerialGC",
    "-XX:TieredStopAtLevel=4, -XX:TieredStopAtLevel=1",
    "-XX:-TieredCompilation, -XX:+TieredCompilation",
    "-Xshare:off, -Xshare:auto",
    "-Dfile.encoding=ISO-8859-1, -Dfile.encoding=UTF-8",
  })
  void leavesOutAFlagWhereTheUserHasAnotherOfItsKind(String user, String ours) throws Exception {
    assertThat(command(Map.of("JAVA_TOOL_OPTIONS", "-Dx=y " + user))).doesNotContain(ours);
    assertThat(command(Map.of("JAVA_TOOL_OPTIONS", "-Dx=y" + user))).contains(ours);
  }

  @ParameterizedTest
  @CsvSource({"128, 111411", "512, 445645", "1024, 891290", "10240, 8912896"})
  void heapIsEightyFivePercentOfTheMemory(int megabytes, long kilobytes) {
    assertThat(JavaRuntime.heapKilobytes(new Memory(megabytes))).isEqualTo(kilobytes);
  }
}
