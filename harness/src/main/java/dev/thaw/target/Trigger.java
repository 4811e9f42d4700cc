package dev.thaw.target;

import dev.thaw.load.Route;
import software.amazon.awssdk.core.exception.SdkException;

/** What was deployed in front of a function so that requests reach it by some route. */
sealed interface Trigger
    permits BucketTrigger, StreamTrigger, TableTrigger, UrlTrigger, HttpApiTrigger, RestApiTrigger {
  /** What it is, in words, with its name. */
  String name();

  /** Makes it, and waits until events come through; how the generator reaches it. */
  Route create();

  /** Takes it away again; what is not there is passed over. */
  void remove();

  /** Takes it away; false if a part of it may still be there. */
  default boolean isRemoved() {
    try {
      remove();
      return true;
    } catch (SdkException e) {
      return false;
    }
  }
}
