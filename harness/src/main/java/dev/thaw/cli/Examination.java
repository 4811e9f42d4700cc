package dev.thaw.cli;

import dev.thaw.engine.EngineException;
import dev.thaw.engine.EngineSettings;
import dev.thaw.target.Deployment;
import dev.thaw.target.EmbeddedTarget;
import dev.thaw.target.FunctionSettings;
import dev.thaw.target.Packages;
import dev.thaw.target.TargetException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What doctor looks at, each by trying it or looking at it on this machine. */
record Examination(Surroundings surroundings) {
  List<Finding> findings() {
    var findings = new ArrayList<Finding>();
    findings.add(java());
    findings.add(machine());
    findings.add(processControl());
    findings.add(built("load generator", "gatling-sims/target/gatling-sims.jar"));
    findings.add(built("sample function", "sample-functions/java/target/sample-java.zip"));
    findings.add(engine());
    findings.add(tool("mvn", "rebuilding after a change", "install Maven 3.8.7 or newer"));
    findings.add(tool("git", "the commit in run.json", "install git"));
    return findings;
  }

  private static Finding java() {
    return Finding.ok(
        "Java", "%s, %s".formatted(Runtime.version(), System.getProperty("java.vm.name")));
  }

  private static Finding machine() {
    var machine = ThisMachine.describe();
    var seen = "%d CPUs, %,d MB memory".formatted(machine.cpus(), machine.memoryMb());
    return machine.cpus() >= 2
        ? Finding.ok("machine", seen)
        : Finding.less(
            "machine",
            seen,
            "engine, functions and load generator share one CPU: expect generator lag; use 2 or more");
  }

  private Finding processControl() {
    var missing = new ArrayList<String>();
    for (var name : List.of("setsid", "setpriv")) {
      if (!isOnPath(name)) {
        missing.add(name);
      }
    }
    return missing.isEmpty()
        ? Finding.ok("process control", "setsid, setpriv")
        : Finding.less(
            "process control",
            "no " + String.join(", no ", missing),
            "a watchdog alone ends functions when Thaw is killed; install util-linux");
  }

  private Finding built(String subject, String path) {
    return Files.isRegularFile(surroundings.home().resolve(path))
        ? Finding.ok(subject, path)
        : Finding.missing(subject, path + " is not there", "start Thaw by ./thaw, which builds it");
  }

  /** Deploys the sample function to an engine and calls it. */
  private Finding engine() {
    var clock = surroundings.clock();
    try (var target = new EmbeddedTarget(EngineSettings.defaults());
        var deployment = new Deployment(target, clock)) {
      var zip = new Packages(surroundings.home(), surroundings.home()).read("sample:java");
      var function = deployment.deploy("doctor", "java", FunctionSettings.sample(), zip);
      long start = clock.nanoTime();
      function.invoke("{}");
      double coldMs = (clock.nanoTime() - start) / 1e6;
      return Finding.ok(
          "embedded engine",
          String.format(Locale.ROOT, "a Java function answered its first call in %.0f ms", coldMs));
    } catch (TargetException | EngineException e) {
      return Finding.missing(
          "embedded engine", String.valueOf(e.getMessage()), "mend what is named here");
    }
  }

  private Finding tool(String name, String use, String remedy) {
    return isOnPath(name)
        ? Finding.ok(name, "for " + use)
        : Finding.less(name, "not found; needed for " + use, remedy);
  }

  private boolean isOnPath(String name) {
    for (var folder :
        surroundings.variables().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
      if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, name))) {
        return true;
      }
    }
    return false;
  }
}
