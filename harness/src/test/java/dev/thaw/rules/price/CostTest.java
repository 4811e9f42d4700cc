package dev.thaw.rules.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.thaw.invocation.Memory;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** AWS's own examples, and figures worked by hand. */
final class CostTest {
  private static final double CENT = 0.005;
  private static final double EXACT = 1e-9;
  private static final PriceFile FILE = PriceFile.bundled();
  private static final Prices X86 = FILE.prices("us-east-1", "x86_64");
  private static final Prices ARM = FILE.prices("us-east-1", "arm64");

  /** 0.9 requests/s for 1e6 s of 1.991 s at 128 MB: oracle 3.13. */
  @Test
  void requestsAndGbSeconds() {
    var cost = X86.cost(LambdaUsage.onDemand(900_000, 223_987.5));

    assertThat(cost.request()).isCloseTo(0.18, within(EXACT));
    assertThat(cost.duration()).isCloseTo(3.7331325, within(1e-7));
    assertThat(cost.provisioned()).isZero();
    assertThat(cost.total()).isCloseTo(3.9131325, within(1e-7));
  }

  /** AWS's example of provisioned concurrency: 100 environments of 1.5 GB for 8 h. */
  @Test
  void provisionedConcurrencyAsInAwssExample() {
    double kept = 100 * 1.5 * Billing.provisioned(Duration.ofHours(8)).toSeconds();
    double durationGbSeconds = 500_000 * 0.1 * 1.5;
    var cost = X86.cost(new LambdaUsage(0, 0, durationGbSeconds, kept));

    assertThat(kept).isEqualTo(4_320_000);
    assertThat(cost.provisioned()).isCloseTo(18.00, within(CENT));
    assertThat(cost.duration()).isCloseTo(0.73, within(CENT));
  }

  @ParameterizedTest
  @CsvSource({
    "x86_64, 6e9, 100000.2",
    // 100,000.2 + 9e9 · 0.000015
    "x86_64, 15e9, 235000.2",
    // 235,000.2 + 5e9 · 0.0000133334
    "x86_64, 20e9, 301667.2",
    "arm64, 7.5e9, 100000.5",
    // 100,000.5 + 11.25e9 · 0.0000120001
    "arm64, 18.75e9, 235001.625",
    // 235,001.625 + 1e9 · 0.0000106667
    "arm64, 19.75e9, 245668.325",
    "x86_64, 0, 0",
  })
  void durationGoesThroughItsTiers(String architecture, double gbSeconds, double usd) {
    var cost = FILE.prices("us-east-1", architecture).cost(LambdaUsage.onDemand(0, gbSeconds));

    assertThat(cost.total()).isCloseTo(usd, within(1e-3));
  }

  /** 3 million requests of 120 ms at 1.5 GB: 2 million and 140,000 GB-s are left to pay. */
  @Test
  void theFreeTierComesOffOnDemandOnly() {
    var usage = new LambdaUsage(3e6, 540_000, 1000, 2000);

    assertThat(FILE.freeTier().takenOff(usage))
        .isEqualTo(new LambdaUsage(2e6, 140_000, 1000, 2000));
    assertThat(FILE.freeTier().takenOff(LambdaUsage.onDemand(10, 10)))
        .isEqualTo(LambdaUsage.onDemand(0, 0));
    assertThat(X86.cost(FILE.freeTier().takenOff(LambdaUsage.onDemand(3e6, 540_000))).total())
        .isCloseTo(0.40 + 2.333338, within(EXACT));
  }

  @Test
  void usagesAddUpAndScale() {
    var hour = new LambdaUsage(10, 20, 30, 40);

    assertThat(hour.plus(hour)).isEqualTo(hour.times(2)).isEqualTo(new LambdaUsage(20, 40, 60, 80));
  }

  /** A GB for an hour is billed for three: 10,800 GB-s, and two restores of a GB. */
  @Test
  void snapStartIsFreeForJavaAndCachesThreeHoursAtLeast() {
    var gigabyte = new Memory(1024);
    var hour = Duration.ofHours(1);

    assertThat(X86.cost(new SnapStartUsage(gigabyte, true, hour, 2))).isEqualTo(Cost.NONE);
    assertThat(X86.cost(new SnapStartUsage(gigabyte, false, hour, 2)).other())
        .isCloseTo(10_800 * 0.0000015046 + 2 * 0.0001397998, within(EXACT));
    assertThat(X86.cost(new SnapStartUsage(gigabyte, false, Duration.ofHours(10), 0)).other())
        .isCloseTo(36_000 * 0.0000015046, within(EXACT));
  }

  @Test
  void ephemeralStorageCostsFromTheFirstMbOver512() {
    assertThat(X86.cost(new EphemeralStorageUsage(512, 1e9)).total()).isZero();
    assertThat(X86.cost(new EphemeralStorageUsage(1536, 1e9)).other())
        .isCloseTo(30.9, within(EXACT));
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "25600, 1", "25601, 2", "1024000, 40"})
  void kinesisCountsUnitsOf25Kb(long bytes, long units) {
    assertThat(KinesisUsage.putUnits(bytes)).isEqualTo(units);
  }

  /** 4 shards for 30 days at $0.015, and 100 million records of two units each. */
  @Test
  void kinesisShardsAndUnits() {
    var cost = X86.cost(KinesisUsage.provisioned(4 * 720, 100_000_000, 30_000));

    assertThat(cost.other()).isCloseTo(43.2 + 2.8, within(EXACT));
    // Two consumers of the four shards, and 1 GB of 1,024^3 bytes.
    assertThat(X86.cost(KinesisUsage.fanOut(8, 1L << 30)).other())
        .isCloseTo(0.12 + 0.013, within(EXACT));
  }

  /** 1,048,576 records of 100 bytes count 1 KB each: a GB; read back, and a day of the stream. */
  @Test
  void kinesisOnDemandRoundsRecordsUpToAKilobyte() {
    assertThat(X86.cost(KinesisUsage.onDemand(24, 1 << 20, 100, 1L << 30)).other())
        .isCloseTo(0.96 + 0.08 + 0.04, within(EXACT));
  }

  @Test
  void s3AndApiGatewayChargeByTheRequest() {
    assertThat(X86.cost(new S3Usage(1000, 1000)).other()).isCloseTo(0.0054, within(EXACT));
    assertThat(X86.cost(ApiGatewayUsage.rest(1_000_000)).other()).isCloseTo(3.5, within(EXACT));
    assertThat(X86.cost(ApiGatewayUsage.http(1_000_000, 0)).other()).isCloseTo(1, within(EXACT));
    assertThat(X86.cost(ApiGatewayUsage.http(1_000_000, 524_289)).other())
        .isCloseTo(2, within(EXACT));
  }

  /** Published for the tiers of 2025-05-01: 60 TB of Lambda's logs are $12,500. */
  @Test
  void lambdaLogsGoThroughTheirTiers() {
    assertThat(X86.cost(new LogsUsage(60_000, 0, 0)).other()).isCloseTo(12_500, within(EXACT));
    assertThat(X86.cost(new LogsUsage(0, 60_000, 100)).other()).isCloseTo(30_003, within(EXACT));
  }

  @Test
  void armIsAFifthCheaperOnDemandAndProvisioned() {
    var usage = new LambdaUsage(0, 1e6, 1e6, 1e6);

    assertThat(ARM.cost(usage).total() / X86.cost(usage).total()).isCloseTo(0.8, within(1e-4));
  }
}
