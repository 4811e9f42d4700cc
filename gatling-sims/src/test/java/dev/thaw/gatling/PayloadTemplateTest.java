package dev.thaw.gatling;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PayloadTemplateTest {
  @Test
  void fillsInIndexPhaseAndVariant() {
    var template = new PayloadTemplate("{\"i\":${index},\"p\":\"${phase}/${variant}\"}", "w", "z");

    assertThat(text(template, 41)).isEqualTo("{\"i\":41,\"p\":\"w/z\"}");
  }

  @Test
  void fillsInAnIndexAtEitherEnd() {
    assertThat(text(new PayloadTemplate("${index}-${index}", "", ""), 7)).isEqualTo("7-7");
  }

  @Test
  void leavesOtherTextAlone() {
    assertThat(text(new PayloadTemplate("${other} ü {}", "", ""), 7)).isEqualTo("${other} ü {}");
  }

  private static String text(PayloadTemplate template, long index) {
    return new String(template.bytes(index), UTF_8);
  }
}
