package dev.thaw.engine.protocol;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.core.SdkPojo;

/** The {@code json} protocol: https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html. */
public final class AwsJson implements Protocol {
  private static final String TYPE = "__type";

  private final String contentType;

  private AwsJson(String contentType) {
    this.contentType = contentType;
  }

  public static AwsJson version11() {
    return new AwsJson("application/x-amz-json-1.1");
  }

  @Override
  public void read(WireRequest wire, Map<String, String> labels, SdkPojo builder) {
    JsonReader.read(wire.body(), builder);
  }

  @Override
  public WireResponse write(Call call, Binding binding, Answer<?> answer) {
    return new WireResponse(binding.status(), headers(call), JsonWriter.write(answer.shape()));
  }

  @Override
  public WireResponse refuse(Call call, AwsException reason) {
    var members = new LinkedHashMap<String, String>();
    members.put(TYPE, reason.code());
    members.putAll(reason.members());
    members.put(reason.error().messageMember(), reason.message());
    return new WireResponse(reason.status(), headers(call), JsonWriter.write(members));
  }

  private HttpHeaders headers(Call call) {
    return new DefaultHttpHeaders()
        .set(HttpHeaderNames.CONTENT_TYPE, contentType)
        .set(RestJson.REQUEST_ID, call.requestId());
  }
}
