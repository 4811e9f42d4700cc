package dev.thaw.target;

import org.jspecify.annotations.Nullable;

/**
 * The concurrency that is set aside for a function when it is deployed.
 *
 * @param reserved null for none
 * @param provisioned of a published version behind an alias; 0 for none
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html">Lambda
 *     function scaling</a>
 */
public record SetAside(@Nullable Integer reserved, int provisioned) {
  /** Nothing. */
  public static final SetAside NONE = new SetAside(null, 0);

  public SetAside {
    if (reserved != null && provisioned > reserved) {
      throw new IllegalArgumentException(
          "%d provisioned do not fit into a reserved concurrency of %d"
              .formatted(provisioned, reserved));
    }
  }
}
