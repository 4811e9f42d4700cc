package dev.thaw.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class JsonTest {
  @Test
  void readsEveryKindOfValue() {
    var read =
        Json.object(
            " { \"n\" : -12, \"d\":1.5e1, \"t\":true, \"no\":null, \"s\":\"a\\\"\\n\\u00fc\\/\", "
                + "\"l\":[1, null, {\"x\":[]}], \"o\":{} } ");

    assertThat(read)
        .isEqualTo(
            Map.of(
                "n",
                -12L,
                "d",
                15.0,
                "t",
                true,
                "s",
                "a\"\nü/",
                "l",
                Arrays.asList(1L, null, Map.of("x", List.of())),
                "o",
                Map.of()));
  }

  @Test
  void readsNothingOfWhatIsNoObject() {
    for (var text : new String[] {"", "[1]", "{", "{\"a\":}", "{\"a\":1} x", "{a:1}", "text"}) {
      assertThat(Json.object(text)).as(text).isEmpty();
    }
  }

  @Test
  void writesWhatItReads() {
    var value = new LinkedHashMap<String, Object>();
    value.put("s", "a\"\\\u0001ü");
    value.put("l", List.of(1, true));
    value.put("o", Map.of());
    value.put("e", List.of());

    assertThat(JsonText.of(value))
        .isEqualTo("{\"s\":\"a\\\"\\\\\\u0001ü\",\"l\":[1,true],\"o\":{},\"e\":[]}");
  }
}
