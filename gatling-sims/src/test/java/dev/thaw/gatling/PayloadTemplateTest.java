package dev.thaw.gatling;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadTemplateTest {
  @Test
  void fillsInIndexPhaseAndVariant() {
    var template = new PayloadTemplate("{\"i\":${index},\"p\":\"${phase}/${variant}\"}", "w", "z");

    assertThat(text(template, 41)).isEqualTo("{\"id\":\"w.z.41\",\"i\":41,\"p\":\"w/z\"}");
  }

  @Test
  void fillsInAnIndexAtEitherEnd() {
    assertThat(text(new PayloadTemplate("${index}-${index}", "", ""), 7)).isEqualTo("7-7");
  }

  @Test
  void putsTheIdIntoAnObjectThatHasNone() {
    assertThat(text(new PayloadTemplate("{}", "load", "zip"), 7))
        .isEqualTo("{\"id\":\"load.zip.7\"}");
    assertThat(text(new PayloadTemplate(" { \"n\":${index},\"of\":{\"id\":1}}", "p", "v"), 7))
        .isEqualTo(" {\"id\":\"p.v.7\", \"n\":7,\"of\":{\"id\":1}}");
  }

  @Test
  void putsTheIdWhereItIsAskedForAndNowhereElse() {
    assertThat(text(new PayloadTemplate("{\"order\":\"${id}\"}", "p", "v"), 7))
        .isEqualTo("{\"order\":\"p.v.7\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[1]", "7", "{\"id\":\"own\"}", "{} {}", "{\"a\":", ""})
  void leavesAloneWhatIsNoObjectOrHasAnIdOfItsOwn(String payload) {
    assertThat(text(new PayloadTemplate(payload, "p", "v"), 7)).isEqualTo(payload);
  }

  @Test
  void idsAreSafeAsKeysWhateverThePhaseIsCalled() {
    assertThat(new PayloadTemplate("{}", "100/s é", "http://h").event(3).id())
        .isEqualTo("100-s--.http---h.3");
  }

  @Test
  void leavesOtherTextAlone() {
    assertThat(text(new PayloadTemplate("${other} ü {}", "", ""), 7)).isEqualTo("${other} ü {}");
  }

  private static String text(PayloadTemplate template, long index) {
    return new String(template.event(index).payload(), UTF_8);
  }
}
