package dev.thaw.rules.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.thaw.invocation.Memory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class PriceFileTest {
  private static final PriceFile PRICES = PriceFile.bundled();

  @TempDir private Path folder;

  /** What run.json keeps: 900,000 requests of 1,991 ms at 128 MB, oracle 3.13. */
  @Test
  void givesTheOnDemandPriceThatARunRecords() {
    var price = PRICES.prices("us-east-1", "x86_64").onDemand();

    assertThat(price.of(new Memory(128), 1991) * 900_000).isEqualTo(3.9131325, within(1e-5));
    assertThat(price.source()).contains("AWS Price List").contains("first tier");
    assertThat(price.date()).isEqualTo("2026-09-19");
    assertThat(PRICES.prices("us-east-1", "arm64").onDemand().perGbSecond())
        .isEqualTo(0.0000133334);
  }

  @ParameterizedTest
  @EnumSource
  void theBundledFileHasEveryItemWithItsSource(Item item) {
    for (var architecture : new String[] {"x86_64", "arm64"}) {
      var figure = PRICES.prices("us-east-1", architecture).figure(item);
      assertThat(figure.first()).isPositive();
      assertThat(figure.source()).isNotBlank();
      assertThat(figure.date()).startsWith("202");
    }
  }

  @Test
  void aRegionThatTheFileLacksIsReckonedAtUsEast1AndSaysSo() {
    var prices = PRICES.prices("eu-north-1", "x86_64");

    assertThat(prices.onDemand().region()).isEqualTo("us-east-1");
    assertThat(prices.doubts(LambdaUsage.onDemand(0, 1)))
        .containsExactly(
            "lambda-duration: no price for eu-north-1 in the price file, "
                + "reckoned at that of us-east-1");
  }

  @Test
  void whatIsNotConfirmedSaysSo() {
    var prices = PRICES.prices("us-east-1", "x86_64");

    assertThat(prices.doubts(LambdaUsage.onDemand(1, 1))).isEmpty();
    assertThat(prices.doubts(KinesisUsage.fanOut(1, 1)))
        .containsExactly(
            "kinesis-fan-out-shard-hour: the price is from second hand",
            "kinesis-fan-out-gb: the price is unconfirmed");
  }

  @Test
  void anUnknownArchitectureIsRefused() {
    assertThatThrownBy(() -> PRICES.prices("us-east-1", "mips"))
        .hasMessage("'mips' is none of Lambda's architectures; write x86_64 or arm64");
  }

  @Test
  void readsAnotherFile() throws IOException {
    var prices = PriceFile.read(file(figures("", "eu-north-1", "[{\"usd\": 3}]")));

    var requests = LambdaUsage.onDemand(2, 0);
    assertThat(prices.prices("eu-north-1", "arm64").cost(requests).request()).isEqualTo(6);
    assertThat(prices.prices("eu-north-1", "arm64").doubts(requests)).isEmpty();
    assertThatThrownBy(() -> prices.prices("eu-west-1", "arm64").cost(requests))
        .hasMessage(
            "the price file has no lambda-request for arm64, neither in eu-west-1 nor in us-east-1;"
                + " add a figure");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[]                                | the last tier of lambda-request ends at 0.0",
        "[{\"usd\": -1}]                   | a price of -1.0 USD is not one",
        "[{\"usd\": 1, \"upTo\": 5}]       | the last tier of lambda-request ends at 5.0; leave",
        "[{\"usd\": 1}, {\"usd\": 2}]      | the tiers of lambda-request do not rise",
        "[{\"upTo\": 5}]                   | Missing required creator property 'usd'",
        "[{\"usd\": \"cheap\"}]            | Cannot deserialize value of type `double` from String",
      })
  void saysWhatIsWrongWithTiers(String tiers, String message) throws IOException {
    var file = file(figures("", "us-east-1", tiers));

    assertThatThrownBy(() -> PriceFile.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("price file " + file + ", line ")
        .hasMessageContaining(message);
  }

  @Test
  void namesTheLineAndTheItemThatItDoesNotKnow() throws IOException {
    var file = file(figures("x", "us-east-1", "[{\"usd\": 1}]"));

    assertThatThrownBy(() -> PriceFile.read(file))
        .hasMessageStartingWith(
            "price file %s, line 4: 'lambda-requestx' is no item".formatted(file))
        .hasMessageContaining("lambda-request, lambda-duration");
  }

  @Test
  void saysThatAFileIsMissingOrNoJson() throws IOException {
    var missing = folder.resolve("missing.json");
    var text = file("prices: 3");

    assertThatThrownBy(() -> PriceFile.read(missing))
        .hasMessage("there is no price file " + missing + " to read");
    assertThatThrownBy(() -> PriceFile.read(text))
        .hasMessageStartingWith("price file " + text + ", line 1: Unrecognized token");
  }

  @Test
  void anAmountBelowNothingIsRefused() {
    var prices = PRICES.prices("us-east-1", "x86_64");
    var backwards = KinesisUsage.fanOut(-1, 0);

    assertThatThrownBy(() -> prices.cost(backwards)).hasMessageContaining("an amount of -1.0");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("prices.json"), text);
  }

  private static String figures(String suffix, String region, String tiers) {
    return """
        {"freeTier": {"requests": 0, "gbSeconds": 0, "source": "mine", "date": "2026-11-23"},
         "figures": [
           {"region": "%s", "source": "mine", "date": "2026-11-23", "confidence": "confirmed",
            "item": "lambda-request%s", "tiers": %s}]}
        """
        .formatted(region, suffix, tiers);
  }
}
