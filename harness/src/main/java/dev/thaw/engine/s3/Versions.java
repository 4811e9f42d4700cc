package dev.thaw.engine.s3;

import org.jspecify.annotations.Nullable;

/** Versions of objects: as no bucket here has versioning, each object has just the null version. */
public final class Versions {
  private Versions() {}

  public static void check(@Nullable String version) {
    if (version != null && !version.equals("null")) {
      throw S3Error.NO_SUCH_VERSION.exception().with("VersionId", version);
    }
  }
}
