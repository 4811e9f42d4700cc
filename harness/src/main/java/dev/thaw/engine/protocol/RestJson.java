package dev.thaw.engine.protocol;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkPojo;

/**
 * The {@code rest-json} protocol: https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html.
 */
public final class RestJson implements Protocol {
  private static final String JSON = "application/json";
  private static final String ERROR_TYPE = "x-amzn-ErrorType";
  static final String REQUEST_ID = "x-amzn-RequestId";
  private static final byte[] NOTHING = {};

  @Override
  public void read(WireRequest wire, Map<String, String> labels, SdkPojo builder) {
    HttpMembers.read(wire, labels, builder);
    var payload = Shapes.wholeBody(builder);
    if (payload.isPresent()) {
      payload.orElseThrow().set(builder, SdkBytes.fromByteArrayUnsafe(wire.body()));
    } else {
      JsonReader.read(wire.body(), builder);
    }
  }

  @Override
  public WireResponse write(Call call, Binding binding, Answer<?> answer) {
    var shape = answer.shape();
    var headers = headers(call);
    HttpMembers.write(shape, headers);
    var status = HttpMembers.status(shape, binding.status());
    return new WireResponse(status, headers, status == 204 ? NOTHING : body(shape));
  }

  private static byte[] body(SdkPojo shape) {
    var payload = Shapes.wholeBody(shape);
    if (payload.isEmpty()) {
      return JsonWriter.write(shape);
    }
    return Shapes.value(shape, payload.orElseThrow()).orElse(NOTHING) instanceof SdkBytes bytes
        ? bytes.asByteArrayUnsafe()
        : NOTHING;
  }

  @Override
  public WireResponse refuse(Call call, AwsException reason) {
    var headers = headers(call).set(ERROR_TYPE, reason.code());
    var members = new LinkedHashMap<>(reason.members());
    members.put(reason.error().messageMember(), reason.message());
    return new WireResponse(reason.status(), headers, JsonWriter.write(members));
  }

  private static HttpHeaders headers(Call call) {
    return new DefaultHttpHeaders()
        .set(HttpHeaderNames.CONTENT_TYPE, JSON)
        .set(REQUEST_ID, call.requestId());
  }
}
