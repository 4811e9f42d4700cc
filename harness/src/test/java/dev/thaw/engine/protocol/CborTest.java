package dev.thaw.engine.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.kinesis.model.PutRecordRequest;
import software.amazon.awssdk.services.kinesis.model.Record;

/** Golden documents of the JSON protocol's twin in CBOR (RFC 8949), and broken ones. */
final class CborTest {
  private static final String TYPE = "application/x-amz-cbor-1.1";

  /** {@code {"StreamName": "s", "Data": h'0102', "PartitionKey": "k"}}. */
  private static final String PUT_RECORD =
      "a36a53747265616d4e616d656173" + "64446174614201026c506172746974696f6e4b6579616b";

  private final AwsJson protocol = AwsJson.version11();

  private static WireRequest request(String hex) {
    return request(HexFormat.of().parseHex(hex));
  }

  private static WireRequest request(byte[] body) {
    var headers = new DefaultHttpHeaders().add("Content-Type", TYPE);
    return WireRequest.of("POST", "/", headers, body);
  }

  private PutRecordRequest put(WireRequest wire) {
    var builder = PutRecordRequest.builder();
    protocol.read(wire, Map.of(), builder);
    return builder.build();
  }

  @Test
  void readsTextsAndBlobs() {
    assertThat(put(request(PUT_RECORD)))
        .isEqualTo(
            PutRecordRequest.builder()
                .streamName("s")
                .partitionKey("k")
                .data(SdkBytes.fromByteArray(new byte[] {1, 2}))
                .build());
  }

  /** {@code {_ "Data": (_ h'01', h'02')}}: what a generator writes that knows no length ahead. */
  @Test
  void readsMapsAndBlobsOfUnknownLength() {
    assertThat(put(request("bf64446174615f41014102ffff")).data().asByteArray())
        .containsExactly(1, 2);
  }

  /** {@code {"Timestamp": 1(1700000000123)}}. */
  @Test
  void readsTimestampsAsTaggedMilliseconds() {
    var builder = GetShardIteratorRequest.builder();
    protocol.read(request("a16954696d657374616d70c11b0000018bcfe5687b"), Map.of(), builder);

    assertThat(builder.build().timestamp()).isEqualTo(Instant.ofEpochMilli(1_700_000_000_123L));
  }

  @Test
  void writesTimestampsAsTaggedMillisecondsAndBlobsAsBytes() {
    var record =
        Record.builder()
            .approximateArrivalTimestamp(Instant.ofEpochMilli(1_700_000_000_123L))
            .data(SdkBytes.fromByteArray(new byte[] {1, 2}))
            .build();
    var response = GetRecordsResponse.builder().millisBehindLatest(5L).records(record).build();
    var binding = Binding.of("GetRecords", PutRecordRequest::builder, (call, in) -> response);
    var call = Wire.CALL.withWire(request(PUT_RECORD));
    var wire = protocol.write(call, binding, Answer.of(response));

    assertThat(wire.headers().get("Content-Type")).isEqualTo(TYPE);
    assertThat(HexFormat.of().formatHex(wire.body()))
        .contains(
            HexFormat.of().formatHex("ApproximateArrivalTimestamp".getBytes())
                + "c11b0000018bcfe5687b")
        .contains("6444617461420102")
        .contains(HexFormat.of().formatHex("MillisBehindLatest".getBytes()) + "05");
  }

  @Test
  void tellsAnErrorInCborToo() {
    var call = Wire.CALL.withWire(request(PUT_RECORD));
    var wire = protocol.refuse(call, new AwsException(CommonError.VALIDATION, "no"));

    // {_ "__type": "ValidationException", "message": "no"}
    assertThat(HexFormat.of().formatHex(wire.body()))
        .isEqualTo(
            "bf665f5f74797065"
                + "7356616c69646174696f6e457863657074696f6e"
                + "676d657373616765"
                + "626e6fff");
    assertThat(wire.headers().get("Content-Type")).isEqualTo(TYPE);
  }

  @Test
  void aTextIsNoBlob() {
    // {"Data": "x"}
    assertThatThrownBy(() -> put(request("a164446174616178")))
        .isInstanceOfSatisfying(
            AwsException.class, e -> assertThat(e.code()).isEqualTo("SerializationException"))
        .hasMessage("STRING_VALUE can not be converted to a Blob");
  }

  @Test
  void whatIsCutOffOrBrokenIsASerializationException() {
    var whole = HexFormat.of().parseHex(PUT_RECORD);
    for (int length = 1; length < whole.length; length++) {
      assertRefused(Arrays.copyOf(whole, length));
    }
    assertRefused(new byte[] {(byte) 0xff});
    // A blob that says it has 2^62 bytes.
    assertRefused(HexFormat.of().parseHex("a164446174615b4000000000000000"));
    assertRefused(new byte[100_000]);
  }

  private void assertRefused(byte[] body) {
    assertThatThrownBy(() -> put(request(body)))
        .isInstanceOfSatisfying(
            AwsException.class, e -> assertThat(e.code()).isEqualTo("SerializationException"));
  }

  /** Whatever comes, it is read or refused in AWS's way, and nothing else happens. */
  @Test
  void anyBytesAreReadOrRefused() {
    var random = new Random(1);
    var whole = HexFormat.of().parseHex(PUT_RECORD);
    for (int round = 0; round < 20_000; round++) {
      var bytes = whole.clone();
      for (int change = 0; change <= round % 4; change++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      var failure =
          catchThrowable(() -> protocol.read(request(bytes), Map.of(), PutRecordRequest.builder()));
      if (failure != null) {
        assertThat(failure).as(HexFormat.of().formatHex(bytes)).isInstanceOf(AwsException.class);
      }
    }
  }
}
