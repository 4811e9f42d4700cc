package dev.thaw.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.thaw.experiment.bench.EngineBench;
import dev.thaw.experiment.bench.IsolationBench;
import dev.thaw.experiment.bench.Measured;
import dev.thaw.experiment.bench.ModelBench;
import dev.thaw.experiment.bench.ServeProcess;
import dev.thaw.experiment.bench.StartBench;
import dev.thaw.experiment.bench.beside.Comparison;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures Thaw's own speed, as ratios to something bare in the same run. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = {
      "Measures Thaw's own speed beside something bare, in one run of about two minutes.",
      "Compare ratios, not times: those depend on this machine and what else it does."
    })
final class BenchCommand implements Callable<Integer> {
  private static final String SELF = "thaw";

  @Spec private CommandSpec spec;

  @Option(
      names = "--beside",
      paramLabel = "NAME=URL",
      description = {
        "Instead: the same work for this engine and for another endpoint, side by side.",
        "May be repeated; for example --beside moto=http://127.0.0.1:5000."
      })
  private Map<String, String> beside = new LinkedHashMap<>();

  @Mixin private TableFormat format;

  private final Surroundings surroundings;

  BenchCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws IOException {
    var others = new LinkedHashMap<String, URI>();
    beside.forEach((name, url) -> others.put(name, endpoint(name, url)));
    return others.isEmpty() ? alone() : sideBySide(others);
  }

  private URI endpoint(String name, String url) {
    if (name.equals(SELF)) {
      throw wrong("--beside %s=%s: that name is this engine's own".formatted(name, url));
    }
    try {
      var uri = new URI(url);
      if ("http".equals(uri.getScheme()) && uri.getHost() != null && uri.getPort() > 0) {
        return uri;
      }
      throw wrong(notAnEndpoint(name, url));
    } catch (URISyntaxException e) {
      throw wrong(notAnEndpoint(name, url));
    }
  }

  private static String notAnEndpoint(String name, String url) {
    return "--beside %s=%s: '%s' is not a URL such as http://127.0.0.1:4566"
        .formatted(name, url, url);
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /** The engine is a process of its own, as the others are. */
  private int sideBySide(Map<String, URI> others) throws IOException {
    var endpoints = new LinkedHashMap<String, URI>();
    try (var interrupt = new Interrupt();
        var serve = ServeProcess.thaw(surroundings.home(), surroundings.clock())) {
      endpoints.put(SELF, serve.endpoint());
      endpoints.putAll(others);
      try (var comparison = new Comparison(endpoints, surroundings.clock())) {
        var compared = comparison.run(step -> say(step + " ..."));
        say("");
        print(new BesideSheet(compared), spec.commandLine().getOut());
      }
      return interrupt.code(ExitCode.OK);
    }
  }

  private int alone() throws IOException {
    var rows = new ArrayList<Measured>();
    try (var interrupt = new Interrupt();
        var bench = new EngineBench(surroundings.home(), surroundings.clock())) {
      say("cold starts ...");
      rows.add(bench.coldStart());
      say("warm invocations ...");
      rows.addAll(bench.warm());
      say("ten at once ...");
      rows.add(bench.tenAtOnce());
      say("start ...");
      rows.add(new StartBench(surroundings.home(), surroundings.clock()).run());
      say("throttled neighbour ...");
      rows.add(new IsolationBench(surroundings.home(), surroundings.clock()).run());
      say("model ...");
      rows.addAll(new ModelBench(surroundings.clock()).run());
      say("");
      print(rows, spec.commandLine().getOut());
      return interrupt.code(ExitCode.OK);
    }
  }

  private void say(String step) {
    if (surroundings.isTerminal()) {
      spec.commandLine().getErr().print("\r\u001b[K" + step);
      spec.commandLine().getErr().flush();
    }
  }

  private void print(BesideSheet sheet, PrintWriter out) {
    if (format.isJson()) {
      out.println(sheet.json().toPrettyString());
      return;
    }
    out.println(machine());
    out.print(sheet.text());
    out.flush();
  }

  private static String machine() {
    return "# %d CPUs, Java %s"
        .formatted(Runtime.getRuntime().availableProcessors(), Runtime.version());
  }

  private void print(List<Measured> rows, PrintWriter out) {
    if (format.isJson()) {
      var root = JsonNodeFactory.instance.objectNode().put("schema", "thaw-bench/1");
      root.set("rows", JsonMapper.builder().build().valueToTree(rows));
      out.println(root.toPrettyString());
      return;
    }
    out.println(machine());
    out.printf("%-36s %14s %14s %7s %7s  %s%n", "", "bare", "thaw", "ratio", "n", "thaw / bare");
    for (var row : rows) {
      out.printf(
          Locale.ROOT,
          "%-36s %11.2f %-2s %11.2f %-2s %7.2f %7d  %s%n",
          row.name(),
          row.bare(),
          row.unit(),
          row.thaw(),
          row.unit(),
          row.ratio(),
          row.samples(),
          row.how());
    }
  }
}
