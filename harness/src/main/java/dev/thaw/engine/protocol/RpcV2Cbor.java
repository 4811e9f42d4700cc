package dev.thaw.engine.protocol;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.core.SdkPojo;

/** Smithy's RPC v2 in CBOR: https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html. */
public final class RpcV2Cbor implements Protocol {
  /** How a request says that it speaks this protocol. */
  public static final String HEADER = "smithy-protocol";

  private static final String NAME = "rpc-v2-cbor";
  private static final String CBOR = "application/cbor";

  @Override
  public void read(WireRequest wire, Map<String, String> labels, SdkPojo builder) {
    JsonReader.read(Notation.RPC_CBOR, wire.body(), builder);
  }

  @Override
  public WireResponse write(Call call, Binding binding, Answer<?> answer) {
    return new WireResponse(
        binding.status(), headers(call), JsonWriter.write(Notation.RPC_CBOR, answer.shape()));
  }

  @Override
  public WireResponse refuse(Call call, AwsException reason) {
    var members = new LinkedHashMap<String, String>();
    members.put("__type", reason.code());
    members.putAll(reason.members());
    members.put("message", reason.message());
    return new WireResponse(
        reason.status(), headers(call), JsonWriter.write(Notation.RPC_CBOR, members));
  }

  private static HttpHeaders headers(Call call) {
    return new DefaultHttpHeaders()
        .set(HttpHeaderNames.CONTENT_TYPE, CBOR)
        .set(HEADER, NAME)
        .set(RestJson.REQUEST_ID, call.requestId());
  }
}
