package dev.thaw.experiment.file;

import com.fasterxml.jackson.databind.JsonNode;
import dev.thaw.engine.PlatformSettings;
import dev.thaw.experiment.Experiment;
import dev.thaw.experiment.Phase;
import dev.thaw.experiment.Variant;
import dev.thaw.report.ConclusionKind;
import dev.thaw.target.FunctionSettings;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An experiment file, read: the experiment, and what the file said after overrides, for the run
 * folder. The format is described in {@code harness/docs/experiment-file.md}.
 */
public record ExperimentFile(Experiment experiment, JsonNode source) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

  /**
   * Reads an experiment.
   *
   * @param name what the text is called in messages, usually the file's name
   * @param settings settings as {@code path=value}, which replace those of the file
   * @throws ExperimentFileException if anything in it cannot be used
   */
  public static ExperimentFile read(String name, String text, List<String> settings) {
    var source = new Source(name);
    var root = source.compose(text);
    for (var setting : settings) {
      SetOption.parse(source, setting).applyTo(root);
    }
    return new ExperimentFile(experiment(new Section(source, "", root)), NodeJson.of(root));
  }

  private static Experiment experiment(Section root) {
    root.allowing(
        "name",
        "question",
        "conclusion",
        "function",
        "variants",
        "phases",
        "payload",
        "engine",
        "model");
    root.find("conclusion").ifPresent(entry -> entry.oneOf(ConclusionKind.names()));
    var common =
        root.find("function")
            .map(entry -> FunctionReader.read(entry.section()))
            .orElse(FunctionReader.defaults());
    var experiment =
        new Experiment(
            root.required("name").parsed(ExperimentFile::checkName),
            root.find("question").map(Entry::text).orElse(""),
            variants(root.required("variants").section(), common, root.find("model")),
            phases(root.required("phases").section()),
            root.find("payload").map(NodeJson::payload).orElse("{}"),
            root.find("engine")
                .map(entry -> PlatformReader.read(entry.section()))
                .orElse(PlatformSettings.DEFAULT));
    Fits.check(experiment, root);
    return experiment;
  }

  private static List<Variant> variants(
      Section section, FunctionSettings common, Optional<Entry> model) {
    if (section.entries().isEmpty()) {
      throw section.wrong("needs at least one variant");
    }
    return section.entries().entrySet().stream()
        .map(named -> variant(named.getKey(), named.getValue(), common, model))
        .toList();
  }

  private static Variant variant(
      String name, Entry entry, FunctionSettings common, Optional<Entry> model) {
    var section = entry.section();
    var function = FunctionReader.readVariant(section, common);
    return new Variant(
        entry.checked(name, ExperimentFile::checkName),
        function,
        ModelReader.read(model, section.find("model"), function.setAside()));
  }

  private static List<Phase> phases(Section section) {
    if (section.entries().isEmpty()) {
      throw section.wrong("needs at least one phase");
    }
    return section.entries().entrySet().stream()
        .map(
            named ->
                PhaseReader.read(
                    named.getValue().checked(named.getKey(), ExperimentFile::checkName),
                    named.getValue().section()))
        .toList();
  }

  /** Names end up in function names and folders. */
  private static String checkName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a name has 1 to 40 lower-case letters, digits and dashes, not '%s'".formatted(name));
    }
    return name;
  }
}
