package dev.thaw.target;

import java.net.URI;
import java.util.Map;

/** How to reach a target: its endpoint, region and credentials, as every AWS client takes them. */
public record Access(URI endpoint, String region, String accessKeyId, String secretAccessKey) {

  /** The environment variables by which AWS clients find the target. */
  public Map<String, String> variables() {
    return Map.of(
        "AWS_ENDPOINT_URL", endpoint.toString(),
        "AWS_DEFAULT_REGION", region,
        "AWS_REGION", region,
        "AWS_ACCESS_KEY_ID", accessKeyId,
        "AWS_SECRET_ACCESS_KEY", secretAccessKey);
  }

  @Override
  public String toString() {
    return endpoint + " in " + region;
  }
}
