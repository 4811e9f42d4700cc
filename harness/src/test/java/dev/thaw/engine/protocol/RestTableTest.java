package dev.thaw.engine.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lambda.model.GetFunctionRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionResponse;

/** How an operation is found by method and path. */
final class RestTableTest {
  private static Binding binding(String name) {
    return Binding.of(
        name, GetFunctionRequest::builder, (call, in) -> GetFunctionResponse.builder().build());
  }

  private final RestTable lambda =
      RestTable.empty()
          .knowing(
              Stream.of("# a comment", "PublishVersion POST /functions/{FunctionName}/versions"))
          .with("GET", "/functions", binding("List"))
          .with("GET", "/functions/{FunctionName}", binding("Get"));

  private final RestTable s3 =
      RestTable.withSlashesInNames()
          .with("GET", "/", binding("ListBuckets"))
          .with("GET", "/{Bucket}?list-type", binding("ListObjectsV2"))
          .with("GET", "/{Bucket}/{Key+}", binding("GetObject"));

  @Test
  void decodesTheNamedParts() {
    assertThat(lambda.find(Wire.get("/functions/arn%3Aaws%2Fx+y")).labels())
        .containsEntry("FunctionName", "arn:aws/x+y");
    assertThat(s3.find(Wire.get("/b/a/b%20c//d/")).labels())
        .containsEntry("Bucket", "b")
        .containsEntry("Key", "a/b c//d/");
  }

  @Test
  void minesTheTableInOrderAndByParameter() {
    assertThat(lambda.find(Wire.get("/functions/")).binding().name()).isEqualTo("List");
    assertThat(s3.find(Wire.get("/")).binding().name()).isEqualTo("ListBuckets");
    assertThat(s3.find(Wire.get("/b?list-type=2")).binding().name()).isEqualTo("ListObjectsV2");
    assertThatThrownBy(() -> s3.find(Wire.get("/b"))).hasMessageStartingWith("GET /b is not");
  }

  @Test
  void namesAnOperationThatIsOnlyKnown() {
    assertThatThrownBy(() -> lambda.find(Wire.request("POST", "/functions/f/versions", "")))
        .hasMessage("PublishVersion is not implemented by this engine");
    assertThatThrownBy(() -> lambda.find(Wire.request("PATCH", "/functions", "")))
        .hasMessage("PATCH /functions is not implemented by this engine");
  }

  @Test
  void refusesAPathThatIsNotPercentEncoded() {
    assertThatThrownBy(() -> lambda.find(Wire.get("/functions/%zz")))
        .isInstanceOf(AwsException.class)
        .hasMessageContaining("not percent-encoded");
  }
}
