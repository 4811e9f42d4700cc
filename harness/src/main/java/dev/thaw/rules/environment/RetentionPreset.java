package dev.thaw.rules.environment;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What others measured of how AWS retains environments, by name, with source and date. */
public enum RetentionPreset {
  MEASURED(
      "measured",
      "10 min idle: Ustiugov et al., STeLLAR, IISWC 2021, footnote 5, and mikhail.io, August 2019;"
          + " 2 h in all: xebia.com, undated; most recently used first: pacslab's traces, 2020",
      Retention.MEASURED),
  /** Fits environments that are alone; those of a pool of two to four were kept for 1,200 s. */
  AWS_2020_PACSLAB(
      "aws-2020-pacslab",
      "pacslab's AWS traces of June 2020 (Mahmoudi and Khazaei), read in Thaw's facts: idle for"
          + " 636 to 645 s, at most 118.7 to 123.1 min in all, most recently used first in 9,205 of"
          + " 9,239 choices",
      new Retention(
          KeepAlive.fixed(Duration.ofSeconds(640)),
          Duration.ofSeconds(7_200),
          Placement.MOST_RECENTLY_USED)),
  /** Of a lifetime SeBS says nothing. */
  SEBS_2020(
      "sebs-2020",
      "SeBS's eviction model of AWS, January 2020 (Copik et al., Middleware 2021): half of the idle"
          + " ones go every 380 s; within one of 3,455 observations in 96.3 %",
      new Retention(
          KeepAlive.halving(Duration.ofSeconds(380)),
          Retention.UNLIMITED,
          Placement.MOST_RECENTLY_USED));

  private final String label;
  private final String source;
  private final Retention retention;

  RetentionPreset(String label, String source, Retention retention) {
    this.label = label;
    this.source = source;
    this.retention = retention;
  }

  /** The preset of that name; an {@link IllegalArgumentException} names all if there is none. */
  public static RetentionPreset of(String name) {
    return Arrays.stream(values())
        .filter(preset -> preset.label.equals(name))
        .findAny()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'%s' is no retention; there are %s".formatted(name, names())));
  }

  private static String names() {
    return Arrays.stream(values()).map(RetentionPreset::label).collect(Collectors.joining(", "));
  }

  /** The name by which files and commands know it. */
  public String label() {
    return label;
  }

  /** Who measured it, and when. */
  public String source() {
    return source;
  }

  public Retention retention() {
    return retention;
  }
}
