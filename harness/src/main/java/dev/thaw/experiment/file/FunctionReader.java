package dev.thaw.experiment.file;

import dev.thaw.target.FunctionSettings;
import dev.thaw.target.LogFormat;
import dev.thaw.target.SetAside;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads how a function is deployed: common settings first, a variant's own over them. */
final class FunctionReader {
  /** The settings there are, in the order in which they are documented. */
  static final List<String> NAMES =
      List.of(
          "package",
          "runtime",
          "handler",
          "memory",
          "timeout",
          "environment",
          "log-format",
          "reserved-concurrency",
          "provisioned-concurrency");

  private static final List<String> VARIANT_NAMES =
      Stream.concat(NAMES.stream(), Stream.of("model")).toList();
  private static final List<String> RUNTIMES =
      List.of("java11", "java17", "java21", "java25", "provided.al2", "provided.al2023");

  // https://docs.aws.amazon.com/lambda/latest/api/API_Environment.html
  private static final Pattern VARIABLE = Pattern.compile("[a-zA-Z][a-zA-Z0-9_]*");

  private FunctionReader() {}

  /** The settings of a section over Thaw's own sample function. */
  static FunctionSettings read(Section section) {
    return read(section, FunctionSettings.sample());
  }

  static FunctionSettings defaults() {
    return FunctionSettings.sample();
  }

  /** The settings of a section over others. */
  static FunctionSettings read(Section section, FunctionSettings base) {
    return over(section.allowing(NAMES), base);
  }

  /** The settings of a variant, which may tell the model something, too, over others. */
  static FunctionSettings readVariant(Section section, FunctionSettings base) {
    return over(section.allowing(VARIANT_NAMES), base);
  }

  private static FunctionSettings over(Section section, FunctionSettings base) {
    return new FunctionSettings(
        section.find("package").map(Entry::name).orElse(base.packageSource()),
        section.find("runtime").map(entry -> entry.oneOf(RUNTIMES)).orElse(base.runtime()),
        section.find("handler").map(Entry::name).orElse(base.handler()),
        section.find("memory").map(Entry::memory).orElse(base.memory()),
        section
            .find("timeout")
            .map(entry -> entry.duration(Duration.ofSeconds(1), Duration.ofMinutes(15)))
            .orElse(base.timeout()),
        section
            .find("environment")
            .map(entry -> environment(entry.section(), base.environment()))
            .orElse(base.environment()),
        section
            .find("log-format")
            .map(entry -> LogFormat.of(entry.oneOf(List.of("text", "json"))))
            .orElse(base.logFormat()),
        setAside(section, base.setAside()));
  }

  private static SetAside setAside(Section section, SetAside base) {
    var concurrency = ConcurrencyReader.read(section, base.reserved(), base.provisioned());
    return new SetAside(concurrency.reserved(), concurrency.provisioned());
  }

  private static Map<String, String> environment(Section section, Map<String, String> base) {
    var variables = new LinkedHashMap<>(base);
    section
        .entries()
        .forEach(
            (name, entry) ->
                variables.put(entry.checked(name, FunctionReader::checkVariable), entry.text()));
    return variables;
  }

  private static String checkVariable(String name) {
    if (!VARIABLE.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a variable's name is a letter and then letters, digits or underscores, not '%s'"
              .formatted(name));
    }
    return name;
  }
}
