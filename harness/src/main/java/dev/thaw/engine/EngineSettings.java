package dev.thaw.engine;

import java.nio.file.Path;

/**
 * How an engine is set up. {@code port} 0 is any free one; {@code accountId} is whose calls those
 * are that are not signed with an account's number; {@code workFolder} is where the engine makes a
 * folder of its own.
 */
public record EngineSettings(
    String host,
    int port,
    String accountId,
    String region,
    Path workFolder,
    PlatformSettings platform) {

  /** Loopback, any port, and AWS's own platform. */
  public static EngineSettings defaults() {
    return new EngineSettings(
        "127.0.0.1",
        0,
        "000000000000",
        "us-east-1",
        Path.of(System.getProperty("java.io.tmpdir")),
        PlatformSettings.DEFAULT);
  }

  /** The same on another port. */
  public EngineSettings withPort(int other) {
    return new EngineSettings(host, other, accountId, region, workFolder, platform);
  }

  /** The same with its folder elsewhere. */
  public EngineSettings withWorkFolder(Path other) {
    return new EngineSettings(host, port, accountId, region, other, platform);
  }

  /** The same with another platform. */
  public EngineSettings withPlatform(PlatformSettings other) {
    return new EngineSettings(host, port, accountId, region, workFolder, other);
  }
}
