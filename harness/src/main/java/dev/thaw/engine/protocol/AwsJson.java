package dev.thaw.engine.protocol;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;

/**
 * The {@code json} protocol: https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html; and
 * its older twin in CBOR, which the SDKs for Java speak with Kinesis, for whoever sends that type.
 */
public final class AwsJson implements Protocol {
  private static final String TYPE = "__type";
  private static final String CBOR = "application/x-amz-cbor-1.1";

  // https://smithy.io/2.0/aws/protocols/aws-query-protocol.html, compatibility
  private static final String QUERY_ERROR = "x-amzn-query-error";

  private final String contentType;
  private final Optional<String> errorNamespace;

  private AwsJson(String contentType, Optional<String> errorNamespace) {
    this.contentType = contentType;
    this.errorNamespace = errorNamespace;
  }

  public static AwsJson version10() {
    return new AwsJson("application/x-amz-json-1.0", Optional.empty());
  }

  public static AwsJson version11() {
    return new AwsJson("application/x-amz-json-1.1", Optional.empty());
  }

  /** For a service that came from the Query protocol: its errors have that one's codes as well. */
  public AwsJson withErrorsOf(String namespace) {
    return new AwsJson(contentType, Optional.of(namespace));
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
    members.put(TYPE, errorNamespace.orElse("") + reason.code());
    members.putAll(reason.members());
    members.put(reason.error().messageMember(), reason.message());
    var headers = headers(call);
    if (errorNamespace.isPresent()) {
      var fault = reason.status() < 500 ? ";Sender" : ";Receiver";
      headers.set(QUERY_ERROR, reason.error().queryCode() + fault);
    }
    return new WireResponse(
        reason.status(), headers, JsonWriter.write(notation(call.wire()), members));
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
