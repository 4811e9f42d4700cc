package dev.thaw.engine.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thaw.engine.protocol.AwsException;
import dev.thaw.engine.protocol.Wire;
import org.junit.jupiter.api.Test;

/** Both of AWS's chunked forms. */
final class AwsChunkedTest {
  @Test
  void joinsChunksAndMakesTrailersHeaders() {
    var wire =
        AwsChunked.decode(
            Wire.request(
                "PUT",
                "/b/k",
                "3\r\nhel\r\n2\r\nlo\r\n0\r\nx-amz-checksum-crc32:NhCmhg==\r\n\r\n",
                "Content-Encoding",
                "aws-chunked",
                "x-amz-content-sha256",
                "STREAMING-UNSIGNED-PAYLOAD-TRAILER"));

    assertThat(Wire.text(wire.body())).isEqualTo("hello");
    assertThat(wire.header("x-amz-checksum-crc32")).contains("NhCmhg==");
    assertThat(wire.header("Content-Encoding")).isEmpty();
  }

  @Test
  void skipsSignaturesAndKeepsOtherCodings() {
    var wire =
        AwsChunked.decode(
            Wire.request(
                "PUT",
                "/b/k",
                "5;chunk-signature=ab\r\nhello\r\n0;chunk-signature=cd\r\n\r\n",
                "Content-Encoding",
                "aws-chunked,gzip"));

    assertThat(Wire.text(wire.body())).isEqualTo("hello");
    assertThat(wire.header("Content-Encoding")).contains("gzip");
  }

  @Test
  void refusesABodyThatEndsEarly() {
    for (var body :
        new String[] {
          "5\r\nhel",
          "nonsense",
          "5\r\nhello\r\n",
          "-5\r\nhello\r\n0\r\n\r\n",
          "3\r\nhello\r\n0\r\n\r\n"
        }) {
      assertThatThrownBy(
              () ->
                  AwsChunked.decode(
                      Wire.request("PUT", "/b/k", body, "Content-Encoding", "aws-chunked")))
          .isInstanceOfSatisfying(
              AwsException.class, e -> assertThat(e.code()).isEqualTo("IncompleteBody"));
    }
  }

  @Test
  void refusesABodyOfAnotherLengthThanAnnounced() {
    assertThatThrownBy(
            () ->
                AwsChunked.decode(
                    Wire.request(
                        "PUT",
                        "/b/k",
                        "5\r\nhello\r\n0\r\n\r\n",
                        "Content-Encoding",
                        "aws-chunked",
                        "x-amz-decoded-content-length",
                        "6")))
        .isInstanceOfSatisfying(
            AwsException.class, e -> assertThat(e.code()).isEqualTo("IncompleteBody"));
  }

  @Test
  void refusesATrailerThatIsNoHeader() {
    assertThatThrownBy(
            () ->
                AwsChunked.decode(
                    Wire.request(
                        "PUT",
                        "/b/k",
                        "5\r\nhello\r\n0\r\nno header: 1\r\n\r\n",
                        "Content-Encoding",
                        "aws-chunked")))
        .isInstanceOfSatisfying(
            AwsException.class, e -> assertThat(e.code()).isEqualTo("MalformedTrailerError"));
  }
}
