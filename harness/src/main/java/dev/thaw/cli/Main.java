package dev.thaw.cli;

import dev.thaw.engine.EngineException;
import dev.thaw.experiment.ExperimentException;
import dev.thaw.experiment.ModelInputException;
import dev.thaw.experiment.file.ExperimentFileException;
import dev.thaw.load.trace.TraceException;
import dev.thaw.results.RunFolderException;
import dev.thaw.target.TargetException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The {@code thaw} command. */
@Command(
    name = "thaw",
    mixinStandardHelpOptions = true,
    versionProvider = ThawVersion.class,
    description = "Measures how AWS Lambda functions go from cold to warm.",
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:ok",
      "1:regression found, or a service level that nothing keeps",
      "2:wrong usage, or a mistake in an experiment file",
      "3:inconclusive",
      "4:invalid measurement",
      "5:target, deployment or build failed",
      "130:interrupted"
    })
final class Main implements Runnable {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  private Main() {}

  public static void main(String[] arguments) {
    // Numbers read the same everywhere, in messages, too.
    Locale.setDefault(Locale.ROOT);
    var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    var surroundings = Surroundings.of(System.getenv());
    int code =
        commandLine(surroundings, Subcommand.meantBy(arguments), out, err).execute(arguments);
    out.flush();
    err.flush();
    System.exit(code);
  }

  /** The command line, ready to be executed; tests bring their own surroundings and writers. */
  static CommandLine commandLine(Surroundings surroundings, PrintWriter out, PrintWriter err) {
    return commandLine(surroundings, Subcommand.all(), out, err);
  }

  private static CommandLine commandLine(
      Surroundings surroundings, List<Subcommand> commands, PrintWriter out, PrintWriter err) {
    var line = new CommandLine(new Main(), new CommandFactory(surroundings));
    commands.forEach(command -> command.addTo(line));
    return line.setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(false)
        .setParameterExceptionHandler(Main::usageMistake)
        .setExecutionExceptionHandler(Main::failure);
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  private static int usageMistake(ParameterException e, String[] arguments) {
    var command = e.getCommandLine();
    command.getErr().println("thaw: " + e.getMessage());
    command.getErr().printf("Try '%s --help'.%n", command.getCommandSpec().qualifiedName());
    return ExitCode.USAGE;
  }

  /** Foreseen failures are told in one sentence; only a mistake of Thaw's own shows its trace. */
  private static int failure(Exception e, CommandLine command, ParseResult arguments) {
    var err = command.getErr();
    if (isInterrupt(e)) {
      return ExitCode.INTERRUPTED;
    }
    if (isOfInput(e)) {
      err.println("thaw: " + e.getMessage());
      return ExitCode.USAGE;
    }
    if (e instanceof TargetException
        || e instanceof EngineException
        || e instanceof ExperimentException) {
      err.println("thaw: " + e.getMessage());
      return ExitCode.TARGET;
    }
    if (e instanceof IOException || e instanceof UncheckedIOException) {
      err.println("thaw: reading or writing failed: " + reason(e));
      return ExitCode.TARGET;
    }
    err.println("thaw: this is a mistake in Thaw itself; please report it with these lines:");
    e.printStackTrace(err);
    return ExitCode.TARGET;
  }

  /** A file's error has the path alone for a message. */
  private static String reason(Exception e) {
    var cause = e.getCause() instanceof IOException inner ? inner : e;
    if (cause instanceof AccessDeniedException denied) {
      return denied.getFile() + ": no permission; choose another folder";
    }
    if (cause instanceof FileSystemException missing && missing.getReason() == null) {
      return missing.getFile() + ": it cannot be read or made there; choose another folder";
    }
    return cause.getMessage() + "; see whether the disk has room and the folder may be written";
  }

  private static boolean isInterrupt(Exception e) {
    return e instanceof ClosedByInterruptException
        || e.getCause() instanceof ClosedByInterruptException;
  }

  private static boolean isOfInput(Exception e) {
    return e instanceof ExperimentFileException
        || e instanceof ModelInputException
        || e instanceof RunFolderException
        || e instanceof TraceException;
  }
}
