package dev.thaw.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.thaw.invocation.Handling;
import dev.thaw.invocation.Invocation;
import dev.thaw.invocation.PlatformRecord;
import dev.thaw.invocation.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A run on disk. {@code run.json} says what it is; one {@code requests-N.ndjson.gz} for each
 * generator, {@code stretches.ndjson.gz}, {@code cpu.ndjson.gz}, {@code platform.ndjson.gz} and
 * {@code handlings.ndjson.gz} are written as it happens, {@code predictions.json} when it has
 * ended; {@code invocations.ndjson.gz}, {@code summary.json} and the reports are made from those.
 */
public record RunFolder(Path path) {
  private static final String RUN = "run.json";
  private static final String STRETCHES = "stretches.ndjson.gz";
  private static final String PLATFORM = "platform.ndjson.gz";
  private static final String HANDLINGS = "handlings.ndjson.gz";
  private static final String CPU = "cpu.ndjson.gz";
  private static final String PREDICTIONS = "predictions.json";
  private static final String INVOCATIONS = "invocations.ndjson.gz";
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  /**
   * What a folder holds, as far as it can be read, requests and platform records joined.
   *
   * @param cpu how busy the machine was, where functions share it with everything else
   */
  public record Contents(
      RunFolder folder,
      RunInfo info,
      List<Invocation> invocations,
      List<Stretch> stretches,
      List<CpuUse> cpu,
      List<Forecast> forecasts,
      List<String> cutOffFiles,
      boolean isProcessAlive) {
    public Contents {
      invocations = List.copyOf(invocations);
      stretches = List.copyOf(stretches);
      cpu = List.copyOf(cpu);
      forecasts = List.copyOf(forecasts);
      cutOffFiles = List.copyOf(cutOffFiles);
    }

    /** True when the run did not end by itself, or a file of it was cut off. */
    public boolean isPartial() {
      return info.status() != RunStatus.COMPLETE || !cutOffFiles.isEmpty();
    }
  }

  /** Creates {@code <runs>/<yyyyMMdd-HHmmss>-<name>} (UTC), with a number behind it if taken. */
  public static RunFolder create(Path runs, String name, Instant at) throws IOException {
    Files.createDirectories(runs);
    var id = STAMP.format(at) + "-" + name.replaceAll("[^A-Za-z0-9._-]+", "-");
    for (int i = 1; ; i++) {
      try {
        return new RunFolder(Files.createDirectory(runs.resolve(i == 1 ? id : id + "-" + i)));
      } catch (FileAlreadyExistsException taken) {
        // Two runs in one second: the next number is tried.
      }
    }
  }

  /** Opens a folder that has a {@code run.json}; anything else is a {@link RunFolderException}. */
  public static RunFolder open(Path path) throws IOException {
    if (!Files.isRegularFile(path.resolve(RUN))) {
      throw new RunFolderException(
          "%s is not a run: it has no run.json (runs are the folders below reports/runs)"
              .formatted(path));
    }
    return new RunFolder(path);
  }

  /** The folder's own name, which is the run's id. */
  public String id() {
    return String.valueOf(path.toAbsolutePath().normalize().getFileName());
  }

  /** Where generator number so-and-so records its requests. */
  public Path requestsFile(int generator) {
    return path.resolve("requests-" + generator + ".ndjson.gz");
  }

  public NdjsonWriter<Request> requests(int generator) throws IOException {
    return NdjsonWriter.create(requestsFile(generator), Request.class);
  }

  public NdjsonWriter<Stretch> stretches() throws IOException {
    return NdjsonWriter.create(path.resolve(STRETCHES), Stretch.class);
  }

  public NdjsonWriter<CpuUse> cpu() throws IOException {
    return NdjsonWriter.create(path.resolve(CPU), CpuUse.class);
  }

  public NdjsonWriter<PlatformRecord> platform() throws IOException {
    return NdjsonWriter.create(path.resolve(PLATFORM), PlatformRecord.class);
  }

  public NdjsonWriter<Handling> handlings() throws IOException {
    return NdjsonWriter.create(path.resolve(HANDLINGS), Handling.class);
  }

  /** Writes {@code run.json}, whole or not at all. */
  public void write(RunInfo info) throws IOException {
    writeText(RUN, RunJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(info) + "\n");
  }

  /** Writes {@code predictions.json}, whole or not at all. */
  public void write(Forecasts forecasts) throws IOException {
    writeText(
        PREDICTIONS,
        RunJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(forecasts) + "\n");
  }

  /** Writes {@code summary.json}, whole or not at all. */
  public void write(Summary summary) throws IOException {
    writeText("summary.json", summary.toJson());
  }

  public void writeInvocations(List<Invocation> invocations) throws IOException {
    try (var writer = NdjsonWriter.create(path.resolve(INVOCATIONS), Invocation.class)) {
      invocations.forEach(writer::add);
      writer.finish();
    }
  }

  /** Writes a text file of that name, whole or not at all. */
  public Path writeText(String name, String text) throws IOException {
    var temporary = path.resolve("." + name + ".tmp");
    Files.writeString(temporary, text, StandardCharsets.UTF_8);
    return Files.move(
        temporary,
        path.resolve(name),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /** Reads what there is; files that were never begun are empty, cut-off ones are named. */
  public Contents read() throws IOException {
    var info = readJson(RUN, RunInfo.SCHEMA, RunInfo.class);
    var cutOff = new ArrayList<String>();
    var requests = new ArrayList<Request>();
    for (var file : requestsFiles()) {
      requests.addAll(readAll(file, Request.class, cutOff));
    }
    var platform = readAll(path.resolve(PLATFORM), PlatformRecord.class, cutOff);
    var handlings = readAll(path.resolve(HANDLINGS), Handling.class, cutOff);
    var stretches = readAll(path.resolve(STRETCHES), Stretch.class, cutOff);
    var cpu = readAll(path.resolve(CPU), CpuUse.class, cutOff);
    boolean isAlive =
        info.status() == RunStatus.RUNNING && ProcessHandle.of(info.provenance().pid()).isPresent();
    return new Contents(
        this,
        info,
        Join.of(requests, platform, handlings),
        stretches,
        cpu,
        forecasts(),
        cutOff,
        isAlive);
  }

  private List<Forecast> forecasts() throws IOException {
    return Files.exists(path.resolve(PREDICTIONS))
        ? readJson(PREDICTIONS, Forecasts.SCHEMA, Forecasts.class).forecasts()
        : List.of();
  }

  private <T> T readJson(String name, String expectedSchema, Class<T> type) throws IOException {
    var file = path.resolve(name);
    try {
      var json = RunJson.MAPPER.readTree(file.toFile());
      var schema = json.path("schema").asText();
      if (!schema.equals(expectedSchema)) {
        throw new RunFolderException(
            "%s has schema \"%s\" and this version of Thaw reads %s: use the Thaw that wrote it"
                .formatted(file, schema, expectedSchema));
      }
      return RunJson.MAPPER.treeToValue(json, type);
    } catch (JsonProcessingException e) {
      throw new RunFolderException(
          "%s cannot be read (%s): restore it or run again"
              .formatted(file, e.getOriginalMessage()));
    }
  }

  private List<Path> requestsFiles() throws IOException {
    try (var files = Files.newDirectoryStream(path, "requests-*.ndjson.gz")) {
      var sorted = new ArrayList<Path>();
      files.forEach(sorted::add);
      sorted.sort(null);
      return sorted;
    }
  }

  private static <T> List<T> readAll(Path file, Class<T> type, List<String> cutOff)
      throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    var contents = new NdjsonFile<>(file, type).read();
    if (!contents.isComplete()) {
      cutOff.add(String.valueOf(file.getFileName()));
    }
    return contents.values();
  }
}
