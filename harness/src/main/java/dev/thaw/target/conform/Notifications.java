package dev.thaw.target.conform;

/** Who may invoke a function. */
final class Notifications {
  private Notifications() {}

  /** Lets a bucket invoke a function. */
  static void allow(Subject function, Storage bucket) {
    function
        .lambda()
        .addPermission(
            add ->
                add.functionName(function.name())
                    .statementId("bucket")
                    .action("lambda:InvokeFunction")
                    .principal("s3.amazonaws.com")
                    .sourceArn(bucket.arn()));
  }
}
