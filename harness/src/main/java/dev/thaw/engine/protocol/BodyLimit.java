package dev.thaw.engine.protocol;

/** How large a request's body may be, and what a larger one is answered with. */
public record BodyLimit(int bytes, ErrorCode error, String message) {
  private static final int SIX_MEGABYTES = 6 * 1024 * 1024;

  public static final BodyLimit DEFAULT =
      new BodyLimit(
          SIX_MEGABYTES,
          CommonError.REQUEST_TOO_LARGE,
          "Request must be smaller than " + SIX_MEGABYTES + " bytes");

  public AwsException exceeded() {
    return new AwsException(error, message);
  }
}
