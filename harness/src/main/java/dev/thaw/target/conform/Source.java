package dev.thaw.target.conform;

/** Where a statement comes from. */
final class Source {
  private Source() {}

  /**
   * An answer that LocalStack's tests recorded from AWS; see
   * https://github.com/localstack/localstack/tree/main/tests/aws/services.
   */
  static String recorded(String test, String date) {
    return "localstack " + test + ", recorded " + date;
  }

  /** A page of AWS's documentation. */
  static String page(String address) {
    return "https://docs.aws.amazon.com/" + address;
  }
}
