package dev.thaw.engine.protocol;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.core.SdkPojo;

/**
 * The {@code json} protocol: https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html; and
 * its older twin in CBOR, which the SDKs for Java speak with Kinesis, for whoever sends that type.
 */
public final class AwsJson implements Protocol {
  private static final String TYPE = "__type";
  private static final String CBOR = "application/x-amz-cbor-1.1";

  private final String contentType;

  private AwsJson(String contentType) {
    this.contentType = contentType;
  }

  public static AwsJson version10() {
    return new AwsJson("application/x-amz-json-1.0");
  }

  public static AwsJson version11() {
    return new AwsJson("application/x-amz-json-1.1");
  }

  @Override
  public void read(WireRequest wire, Map<String, String> labels, SdkPojo builder) {
    JsonReader.read(notation(wire), wire.body(), builder);
  }

  @Override
  public WireResponse write(Call call, Binding binding, Answer<?> answer) {
    return new WireResponse(
        binding.status(), headers(call), JsonWriter.write(notation(call.wire()), answer.shape()));
  }

  @Override
  public WireResponse refuse(Call call, AwsException reason) {
    var members = new LinkedHashMap<String, String>();
    members.put(TYPE, reason.code());
    members.putAll(reason.members());
    members.put(reason.error().messageMember(), reason.message());
    return new WireResponse(
        reason.status(),
        headers(call),
        JsonWriter.write(notation(call.wire()), members, reason.details()));
  }

  private static Notation notation(WireRequest wire) {
    return wire.header(HttpHeaderNames.CONTENT_TYPE).filter(CBOR::equals).isPresent()
        ? Notation.CBOR
        : Notation.JSON;
  }

  private HttpHeaders headers(Call call) {
    var type = notation(call.wire()) == Notation.CBOR ? CBOR : contentType;
    return new DefaultHttpHeaders()
        .set(HttpHeaderNames.CONTENT_TYPE, type)
        .set(RestJson.REQUEST_ID, call.requestId());
  }
}
