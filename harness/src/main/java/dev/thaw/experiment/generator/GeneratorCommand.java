package dev.thaw.experiment.generator;

import dev.thaw.experiment.ExperimentException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command that starts the Gatling load generator as a JVM of its own. */
public record GeneratorCommand(Path home, Path scratch) {
  private static final List<Path> SETSID =
      List.of(Path.of("/usr/bin/setsid"), Path.of("/bin/setsid"));
  private static final String SIMULATION = "dev.thaw.gatling.WorkerSimulation";

  /** The command and its arguments. */
  public List<String> arguments() {
    var jar = home.resolve("gatling-sims/target/gatling-sims.jar");
    if (!Files.isRegularFile(jar)) {
      throw new ExperimentException(
          "the load generator is not built: %s is missing; run ./thaw, or mvn package"
              .formatted(jar));
    }
    var arguments = new ArrayList<String>();
    // A session of its own: Ctrl-C is this process's to handle, and then to tell.
    SETSID.stream()
        .filter(Files::isExecutable)
        .findFirst()
        .ifPresent(it -> arguments.add(it.toString()));
    arguments.addAll(java(jar));
    return arguments;
  }

  private List<String> java(Path jar) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xms512m",
        "-Xmx512m",
        "-Xshare:auto",
        "-cp",
        jar + File.pathSeparator + jar.resolveSibling("lib") + File.separator + "*",
        "io.gatling.app.Gatling",
        "-s",
        SIMULATION,
        "-nr",
        "-rf",
        scratch.resolve("gatling").toString());
  }
}
