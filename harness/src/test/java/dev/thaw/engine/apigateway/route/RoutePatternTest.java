package dev.thaw.engine.apigateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class RoutePatternTest {
  @Test
  void triesWhatSaysMostFirst() {
    var routes = new TreeSet<RoutePattern>();
    routes.add(RoutePattern.of("ANY", "/{proxy+}"));
    routes.add(RoutePattern.of("ANY", "/pets/{id}"));
    routes.add(RoutePattern.of("GET", "/pets/{id}"));
    routes.add(RoutePattern.of("GET", "/pets/mine"));
    routes.add(RoutePattern.of("ANY", "/pets/{proxy+}"));
    assertThat(routes.stream().map(route -> route.method() + " " + route.path()))
        .containsExactly(
            "GET /pets/mine",
            "GET /pets/{id}",
            "ANY /pets/{id}",
            "ANY /pets/{proxy+}",
            "ANY /{proxy+}");
  }

  @Test
  void givesTheVariablesOfThePath() {
    assertThat(RoutePattern.of("GET", "/pets/{id}").match("GET", "/pets/a%20b"))
        .contains(Map.of("id", "a b"));
    assertThat(RoutePattern.of("ANY", "/x/{rest+}").match("PUT", "/x/1/2"))
        .contains(Map.of("rest", "1/2"));
    assertThat(RoutePattern.of("GET", "/pets/{id}").match("PUT", "/pets/1")).isEmpty();
    assertThat(RoutePattern.of("GET", "/pets/{id}").match("GET", "/pets")).isEmpty();
  }

  @Test
  void readsBothWaysToNameAFunction() {
    var arn = "arn:aws:lambda:eu-west-1:111111111111:function:f:live";
    var path =
        "arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/" + arn + "/invocations";
    assertThat(LambdaUri.parse(path)).isEqualTo(LambdaUri.parse(arn)).isPresent();
    assertThat(LambdaUri.parse("https://example.com")).isEmpty();
  }
}
