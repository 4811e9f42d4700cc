package dev.thaw.engine;

import dev.thaw.rules.concurrency.Account;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How an engine is set up. {@code port} 0 is any free one; {@code workFolder} is where the engine
 * makes a folder of its own; {@code keepAlive} and {@code maxLifetime} are how long an idle and any
 * execution environment lives; {@code accountConcurrency} is how many invocations may run at once.
 */
public record EngineSettings(
    String host,
    int port,
    String accountId,
    String region,
    Path workFolder,
    Duration keepAlive,
    Duration maxLifetime,
    int accountConcurrency) {

  /** Loopback, any port, and the environment lifetimes that were last measured on AWS. */
  public static EngineSettings defaults() {
    return new EngineSettings(
        "127.0.0.1",
        0,
        "000000000000",
        "us-east-1",
        Path.of(System.getProperty("java.io.tmpdir")),
        // As others measured: Ustiugov et al., STeLLAR, IISWC 2021; xebia.com.
        Duration.ofMinutes(10),
        Duration.ofHours(2),
        Account.DEFAULT_LIMIT);
  }

  public EngineSettings withPort(int other) {
    return new EngineSettings(
        host, other, accountId, region, workFolder, keepAlive, maxLifetime, accountConcurrency);
  }

  public EngineSettings withWorkFolder(Path other) {
    return new EngineSettings(
        host, port, accountId, region, other, keepAlive, maxLifetime, accountConcurrency);
  }

  public EngineSettings withRegion(String other) {
    return new EngineSettings(
        host, port, accountId, other, workFolder, keepAlive, maxLifetime, accountConcurrency);
  }

  public EngineSettings withAccountId(String other) {
    return new EngineSettings(
        host, port, other, region, workFolder, keepAlive, maxLifetime, accountConcurrency);
  }

  public EngineSettings withKeepAlive(Duration other) {
    return new EngineSettings(
        host, port, accountId, region, workFolder, other, maxLifetime, accountConcurrency);
  }

  public EngineSettings withMaxLifetime(Duration other) {
    return new EngineSettings(
        host, port, accountId, region, workFolder, keepAlive, other, accountConcurrency);
  }

  public EngineSettings withAccountConcurrency(int other) {
    return new EngineSettings(
        host, port, accountId, region, workFolder, keepAlive, maxLifetime, other);
  }
}
