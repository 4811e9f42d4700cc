package dev.thaw.engine.s3;

import dev.thaw.engine.protocol.WireRequest;

/**
 * Refuses requests about buckets of another account than they expect.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-owner-condition.html">
 *     Bucket owner condition</a>
 */
final class ExpectedOwner {
  private static final String HEADER = "x-amz-expected-bucket-owner";

  private ExpectedOwner() {}

  /** Takes a request that is addressed in path style. */
  static WireRequest check(Buckets buckets, WireRequest wire) {
    var expected = wire.headers().get(HEADER);
    if (expected != null) {
      var name = wire.path().split("/", 3)[1];
      if (buckets.find(name).stream().anyMatch(found -> !found.account().equals(expected))) {
        throw S3Error.ACCESS_DENIED.exception();
      }
    }
    return wire;
  }
}
