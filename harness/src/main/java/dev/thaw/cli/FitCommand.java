package dev.thaw.cli;

import dev.thaw.experiment.fit.FitFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Fits service times and keep-alive to what a run measured. */
@Command(
    name = "fit",
    mixinStandardHelpOptions = true,
    description = {
      "Fits service times to what a run measured, and bounds how long idle environments were kept.",
      "As JSON it can be given to the model: thaw predict EXPERIMENT --times FILE."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:ok", "2:not a run"})
final class FitCommand implements Callable<Integer> {
  /** What can be printed. */
  enum Format {
    table(fit -> new FitTable(fit).text()),
    json(FitFile::toJson),
    md(fit -> new FitTable(fit).markdown());

    @SuppressWarnings("ImmutableEnumChecker") // a method reference
    private final Function<FitFile, String> text;

    Format(Function<FitFile, String> text) {
      this.text = text;
    }
  }

  @Spec private CommandSpec spec;
  @Mixin private RunChoice choice;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "What is printed: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Format format = Format.table;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where it is written. Default: standard output.")
  private @Nullable Path out;

  private final Surroundings surroundings;

  FitCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    var file = out == null ? null : file(out);
    var run = choice.open(surroundings, spec.commandLine()).read();
    if (run.isPartial()) {
      spec.commandLine().getErr().println("thaw: the run is partial; this is of what it has");
    }
    var text = format.text.apply(FitFile.of(run));
    if (file == null) {
      spec.commandLine().getOut().print(text);
      spec.commandLine().getOut().flush();
    } else {
      Files.writeString(file, text);
    }
    return ExitCode.OK;
  }

  /** A folder that is not there is told before the run is read. */
  private Path file(Path named) {
    var file = surroundings.workingFolder().resolve(named).normalize();
    if (Files.isDirectory(file) || !Files.isDirectory(file.resolveSibling("."))) {
      throw new ParameterException(
          spec.commandLine(), "--out '%s' is no file in a folder that exists".formatted(named));
    }
    return file;
  }
}
