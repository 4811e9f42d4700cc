package dev.thaw.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Opens a run's report in the browser. */
@Command(
    name = "open",
    mixinStandardHelpOptions = true,
    description = "Opens a run's report.html in the browser, and prints where it is.")
final class OpenCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private RunChoice choice;

  private final Surroundings surroundings;

  OpenCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    var page = choice.open(surroundings, spec.commandLine()).path().resolve("report.html");
    if (!Files.exists(page)) {
      spec.commandLine().getErr().printf("thaw: %s is not there; make it by thaw report%n", page);
      return ExitCode.USAGE;
    }
    spec.commandLine().getOut().println(page.toUri());
    var opener =
        System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac")
            ? "open"
            : "xdg-open";
    try {
      new ProcessBuilder(opener, page.toString())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException noDesktop) {
      spec.commandLine().getErr().printf("thaw: no %s here; open the page yourself%n", opener);
    }
    return ExitCode.OK;
  }
}
