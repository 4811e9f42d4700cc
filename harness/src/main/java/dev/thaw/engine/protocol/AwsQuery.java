package dev.thaw.engine.protocol;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;

/** The {@code query} protocol: https://smithy.io/2.0/aws/protocols/aws-query-protocol.html. */
public final class AwsQuery implements Protocol {
  private final String namespace;
  private final Optional<FlatNames> names;

  public AwsQuery(String namespace) {
    this(namespace, Optional.empty());
  }

  /** For a service whose model describes JSON only. */
  public AwsQuery(String namespace, FlatNames names) {
    this(namespace, Optional.of(names));
  }

  private AwsQuery(String namespace, Optional<FlatNames> names) {
    this.namespace = namespace;
    this.names = names;
  }

  @Override
  public void read(WireRequest wire, Map<String, String> labels, SdkPojo builder) {
    new FormReader(wire.form(), names).fill("", builder);
  }

  @Override
  public WireResponse write(Call call, Binding binding, Answer<?> answer) {
    var name = binding.name();
    var body =
        XmlWriter.document(
            name + "Response",
            namespace,
            xml -> {
              var flat = xml.naming(names, name);
              flat.element(name + "Result", result -> result.members(answer.shape()));
              xml.element(
                  "ResponseMetadata", metadata -> metadata.text("RequestId", call.requestId()));
            });
    return new WireResponse(binding.status(), headers(call), body);
  }

  @Override
  public WireResponse refuse(Call call, AwsException reason) {
    var body =
        XmlWriter.document(
            "ErrorResponse",
            namespace,
            xml -> {
              xml.element(
                  "Error",
                  error -> {
                    error.text("Type", reason.status() < 500 ? "Sender" : "Receiver");
                    error.text("Code", reason.error().queryCode());
                    error.text("Message", reason.message());
                  });
              xml.text("RequestId", call.requestId());
            });
    return new WireResponse(reason.status(), headers(call), body);
  }

  private static HttpHeaders headers(Call call) {
    return new DefaultHttpHeaders()
        .set(HttpHeaderNames.CONTENT_TYPE, "text/xml")
        .set(RestJson.REQUEST_ID, call.requestId());
  }
}
