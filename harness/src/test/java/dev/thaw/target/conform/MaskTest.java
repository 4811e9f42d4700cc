package dev.thaw.target.conform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class MaskTest {
  private final Mask mask =
      new Mask(
          new Setting.Identity(
              "000000000000", "eu-west-1", "arn:aws:iam::000000000000:role/thaw-conform"));

  @Test
  void masksWhatDiffersFromRunToRun() {
    mask.name("thaw-1-r1-1-1", "function");

    assertThat(mask.apply("arn:aws:lambda:eu-west-1:000000000000:function:thaw-1-r1-1-1:$LATEST"))
        .isEqualTo("arn:aws:lambda:<region>:<account>:function:<function>:$LATEST");
    assertThat(mask.apply("at 2026-11-23T21:00:00.123Z and 2026-11-23T21:00:00.000+0000"))
        .isEqualTo("at <time> and <time>");
    assertThat(mask.apply("5c1a9cd5-7e4e-4a7e-9e6b-6f0e8f4d1a11")).isEqualTo("<uuid>");
    assertThat(mask.apply("arn:aws:iam::000000000000:role/thaw-conform")).isEqualTo("<role>");
  }

  @Test
  void aShardsIdIsNoAccount() {
    assertThat(mask.apply("shardId-000000000000")).isEqualTo("shardId-000000000000");
  }

  @Test
  void theLongerNameIsMaskedFirst() {
    mask.name("thaw-1", "function");
    mask.name("thaw-1-other", "other function");

    assertThat(mask.apply("thaw-1-other of thaw-1")).isEqualTo("<other function> of <function>");
  }

  @Test
  void aSequenceNumberIsLong() {
    assertThat(mask.apply("49590338271490256608559692538361571095921575989136588898 of 12345"))
        .isEqualTo("<sequence number> of 12345");
  }
}
