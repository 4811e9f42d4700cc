package dev.thaw.engine.s3;

/** Told what happens in buckets, on the request's thread, so it must be quick. */
public interface BucketListener {
  /** An object came or went. */
  void changed(ObjectEvent event);

  /** The bucket is gone. */
  void deleted(String bucket);
}
