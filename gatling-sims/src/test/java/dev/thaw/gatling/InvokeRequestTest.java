package dev.thaw.gatling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thaw.load.ArrivalProcess;
import dev.thaw.load.GeneratorOrder.Fire;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

class InvokeRequestTest {
  private static final RequestSigner SIGNER =
      new RequestSigner(
          AwsCredentialsIdentity.create("id", "secret"), "eu-west-1", Clock.systemUTC());

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:4566,  hello,      http://127.0.0.1:4566/2015-03-31/functions/hello/",
    "http://127.0.0.1:4566/, hello:live, http://127.0.0.1:4566/2015-03-31/functions/hello%3Alive/",
    "https://h, arn:aws:lambda, https://h/2015-03-31/functions/arn%3Aaws%3Alambda/"
  })
  void invokesTheFunctionByNameAliasOrArn(URI endpoint, String function, String url) {
    assertThat(InvokeRequest.of(endpoint, fire(function, 900), SIGNER).url())
        .isEqualTo(URI.create(url + "invocations"));
  }

  @Test
  void takesTheTimeoutOfTheOrder() {
    var endpoint = URI.create("http://127.0.0.1:1");

    assertThat(InvokeRequest.of(endpoint, fire("f", 900), SIGNER).timeout())
        .isEqualTo(Duration.ofMillis(900));
    assertThatThrownBy(() -> InvokeRequest.of(endpoint, fire("f", 0), SIGNER))
        .isInstanceOf(GeneratorException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost:4566", "ftp://h", "/path", "http:///path"})
  void refusesAnEndpointThatIsNoUrl(URI endpoint) {
    assertThatThrownBy(() -> InvokeRequest.requireHttp(endpoint))
        .isInstanceOf(GeneratorException.class)
        .hasMessageContaining("'" + endpoint + "' is not a URL");
    assertThatCode(() -> InvokeRequest.requireHttp(URI.create("https://h")))
        .doesNotThrowAnyException();
  }

  private static Fire fire(String function, long timeoutMs) {
    var arrivals = ArrivalProcess.parse("burst 1");
    return new Fire("p", "v", function, "{}", arrivals, 1, 0, 0, timeoutMs, false);
  }
}
