package dev.thaw.rules.environment;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What somebody measured of how AWS retains environments, by the name that files and commands know
 * it by, with source and date.
 */
public record RetentionPreset(String name, String source, Retention retention) {
  public static final RetentionPreset MEASURED =
      new RetentionPreset(
          "measured",
          "10 min idle: Ustiugov et al., STeLLAR, IISWC 2021, footnote 5, and mikhail.io, August"
              + " 2019; 2 h in all: xebia.com, undated; most recently used first: pacslab's traces,"
              + " 2020",
          Retention.MEASURED);

  /** Fits environments that are alone; those of a pool of two to four were kept for 1,200 s. */
  public static final RetentionPreset AWS_2020_PACSLAB =
      new RetentionPreset(
          "aws-2020-pacslab",
          "pacslab's AWS traces of June 2020 (Mahmoudi and Khazaei): idle for 636 to 645 s, at most"
              + " 118.7 to 123.1 min in all, most recently used first in 9,205 of 9,239 choices",
          new Retention(
              KeepAlive.fixed(Duration.ofSeconds(640)),
              Duration.ofHours(2),
              Placement.MOST_RECENTLY_USED));

  /** Of a lifetime SeBS says nothing. */
  public static final RetentionPreset SEBS_2020 =
      new RetentionPreset(
          "sebs-2020",
          "SeBS's eviction model of AWS, January 2020 (Copik et al., Middleware 2021): half of the"
              + " idle ones go every 380 s; off by at most one in 96.3 % of 3,455 observations",
          new Retention(
              KeepAlive.halving(Duration.ofSeconds(380)),
              Retention.UNLIMITED,
              Placement.MOST_RECENTLY_USED));

  /** All there are. */
  public static final List<RetentionPreset> ALL = List.of(MEASURED, AWS_2020_PACSLAB, SEBS_2020);

  /** The preset of that name; an {@link IllegalArgumentException} names all if there is none. */
  public static RetentionPreset of(String name) {
    return ALL.stream()
        .filter(preset -> preset.name.equals(name))
        .findAny()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'%s' is no retention; there are %s".formatted(name, names())));
  }

  private static String names() {
    return ALL.stream().map(RetentionPreset::name).collect(Collectors.joining(", "));
  }
}
