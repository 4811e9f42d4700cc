package dev.thaw.engine.protocol;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;

/** The {@code rest-xml} protocol: https://smithy.io/2.0/aws/protocols/aws-restxml-protocol.html. */
public final class RestXml implements Protocol {
  private static final String XML = "application/xml";
  private static final byte[] NOTHING = {};
  private static final int NOT_MODIFIED = 304;

  private final String namespace;
  private final Map<String, String> roots;

  /** {@code roots} names the root element of those operations' responses that have a body. */
  public RestXml(String namespace, Map<String, String> roots) {
    this.namespace = namespace;
    this.roots = Map.copyOf(roots);
  }

  @Override
  public void read(WireRequest wire, Map<String, String> labels, SdkPojo builder) {
    HttpMembers.read(wire, labels, builder);
    var payload = Shapes.wholeBody(builder);
    if (payload.isPresent()
        && wire.body().length > 0
        && payload.orElseThrow().marshallingType() == MarshallingType.SDK_POJO) {
      var inner = payload.orElseThrow().constructor().get();
      XmlReader.read(wire.body(), inner);
      payload.orElseThrow().set(builder, Shapes.build(inner));
    }
  }

  @Override
  public WireResponse write(Call call, Binding binding, Answer<?> answer) {
    var headers = headers(call);
    var root = roots.get(binding.name());
    if (root != null) {
      headers.set(HttpHeaderNames.CONTENT_TYPE, XML);
    }
    HttpMembers.write(answer.shape(), headers);
    var content = answer.body();
    var body = content != null ? content : document(root, answer.shape());
    return new WireResponse(HttpMembers.status(answer.shape(), binding.status()), headers, body);
  }

  private byte[] document(@Nullable String root, SdkPojo shape) {
    if (root == null) {
      return NOTHING;
    }
    var whole = Shapes.wholeBody(shape).flatMap(field -> Shapes.value(shape, field));
    var content = whole.orElse(shape) instanceof SdkPojo inner ? inner : shape;
    return XmlWriter.document(root, namespace, xml -> xml.members(content));
  }

  /** A document of one element with a text in it. */
  public byte[] element(String name, String text) {
    return XmlWriter.document(name, namespace, xml -> xml.characters(text));
  }

  @Override
  public WireResponse refuse(Call call, AwsException reason) {
    var headers = headers(call).set(HttpHeaderNames.CONTENT_TYPE, XML);
    if (call.wire().method().equals("HEAD") || reason.status() == NOT_MODIFIED) {
      return new WireResponse(reason.status(), headers, NOTHING);
    }
    var body =
        XmlWriter.document(
            "Error",
            "",
            xml -> {
              xml.text("Code", reason.code());
              xml.text("Message", reason.message());
              for (var member : reason.members().entrySet()) {
                xml.text(member.getKey(), member.getValue());
              }
              xml.text("RequestId", call.requestId());
              xml.text("HostId", hostId(call));
            });
    return new WireResponse(reason.status(), headers, body);
  }

  private static HttpHeaders headers(Call call) {
    return new DefaultHttpHeaders()
        .set("x-amz-request-id", call.requestId())
        .set("x-amz-id-2", hostId(call));
  }

  /** What S3 calls the second half of a request's id. */
  public static String hostId(Call call) {
    return Base64.getEncoder().encodeToString(call.requestId().getBytes(StandardCharsets.US_ASCII));
  }
}
