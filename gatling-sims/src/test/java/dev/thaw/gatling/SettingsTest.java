package dev.thaw.gatling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thaw.load.ArrivalProcess;
import dev.thaw.load.GeneratorOrder.Close;
import dev.thaw.load.GeneratorOrder.Fire;
import dev.thaw.load.GeneratorOrder.Open;
import dev.thaw.load.Route;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
  private static final String ARRIVALS = "poisson 50/s for 10 s";

  @Test
  void givesTheThreeOrdersOfARunAlone() {
    var orders =
        settings(Map.of("endpoint", "http://127.0.0.1:4566", "payload", "{\"a\":1}", "seed", "7"))
            .orders();

    assertThat(orders.next())
        .contains(
            new Open(
                URI.create("http://127.0.0.1:4566"),
                "eu-west-3",
                "requests.ndjson.gz",
                0,
                1,
                BurnIn.ENOUGH));
    assertThat(orders.next())
        .contains(
            new Fire(
                "alone",
                "hello",
                new Route.Invoke("hello"),
                "{\"a\":1}",
                ArrivalProcess.parse(ARRIVALS),
                7,
                0,
                0,
                60_000,
                false));
    assertThat(orders.next()).contains(new Close());
    assertThat(orders.next()).isEmpty();
  }

  @Test
  void asksAwsItselfWhenNoEndpointIsGiven() {
    assertThat(((Open) settings(Map.of()).orders().next().orElseThrow()).endpoint())
        .isEqualTo(URI.create("https://lambda.eu-west-3.amazonaws.com"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "function | '' | -Dthaw.function is missing; write -Dthaw.function=NAME -Dthaw.arrivals=",
        "arrivals | '' | -Dthaw.arrivals is missing; write ",
        "arrivals | often | -Dthaw.arrivals: 'often' is not an arrival process; write ",
        "seed | x | -Dthaw.seed=x is not a whole number.",
        "timeoutMs | 0 | -Dthaw.timeoutMs=0 is not a whole number of at least 1.",
        "burnIn | -1 | -Dthaw.burnIn=-1 is not a whole number of at least 0.",
        "endpoint | a b | -Dthaw.endpoint is not a URL: "
      })
  void saysInOneSentenceWhatIsWrong(String name, String value, String sentence) {
    assertThatThrownBy(() -> settings(Map.of(name, value)).orders())
        .isInstanceOf(GeneratorException.class)
        .hasMessageStartingWith(sentence)
        .hasMessageNotContaining("\n");
  }

  /** What gatling-maven-plugin 4.12.2 made of values with spaces and quotes. */
  @Test
  void readsValuesAsTheGatlingPluginHandsThemOn() {
    var properties = new Properties();
    properties.setProperty("java.class.path", "/tmp/gatlingbooter123.jar");
    properties.setProperty("thaw.arrivals", "\"poisson 50/s for 10 s\"");
    properties.setProperty("thaw.payload", "{\\\"a\\\":\\\"\\u00fc\\\"}");

    assertThat(Settings.properties(properties))
        .containsEntry("thaw.arrivals", ARRIVALS)
        .containsEntry("thaw.payload", "{\"a\":\"ü\"}");
  }

  @Test
  void takesValuesAsTheyAreWithoutThePlugin() {
    var properties = new Properties();
    properties.setProperty("thaw.payload", "\"a text\"");
    properties.setProperty("other", "x");

    assertThat(Settings.properties(properties)).isEqualTo(Map.of("thaw.payload", "\"a text\""));
  }

  private static Settings settings(Map<String, String> values) {
    var properties = new HashMap<String, String>();
    properties.put("thaw.function", "hello");
    properties.put("thaw.arrivals", ARRIVALS);
    values.forEach((name, value) -> properties.put("thaw." + name, value));
    return new Settings(
        properties,
        Map.of("AWS_REGION", "eu-west-3"),
        settings -> new Route.Invoke(settings.required("function")));
  }
}
