package dev.thaw.report;

import dev.thaw.invocation.Notation;
import dev.thaw.results.RunInfo;
import dev.thaw.results.VariantInfo;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a run was, in the words that every format uses. */
record RunFacts(RunInfo info) {
  String target() {
    var target = info.target();
    var scale = target.platformTimeScale();
    return "%s, %s: %s".formatted(target.name(), target.region(), target.endpoint())
        + (scale == 1
            ? ""
            : "; the platform's own waits pass " + Notation.number(scale) + " times as fast");
  }

  String machine() {
    var machine = info.provenance().machine();
    return Figures.format(
        "%d CPUs, %.1f GB, %s, Java %s",
        machine.cpus(), machine.memoryMb() / 1024.0, machine.os(), machine.javaVersion());
  }

  String version() {
    var commit = info.provenance().gitCommit();
    return "thaw " + info.provenance().thawVersion() + (commit == null ? "" : " (" + commit + ")");
  }

  String duration() {
    return info.period().duration().map(Figures::duration).orElse("not ended");
  }

  String phases() {
    return info.plan().phases().stream()
        .map(phase -> phase.name() + ": " + phase.arrivals())
        .collect(Collectors.joining("; "));
  }

  static String variant(VariantInfo variant) {
    return variant.name() + " · " + variant.memory();
  }

  static String variantWithSettings(VariantInfo variant) {
    return variant.settings().isEmpty()
        ? variant(variant)
        : variant(variant) + " · " + settings(variant);
  }

  /** A variant's settings: package image, runtime java17. */
  static String settings(VariantInfo variant) {
    return new TreeMap<>(variant.settings())
        .entrySet().stream().map(RunFacts::setting).collect(Collectors.joining(", "));
  }

  private static String setting(Map.Entry<String, String> entry) {
    return entry.getKey() + " " + entry.getValue();
  }
}
