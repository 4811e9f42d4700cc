package dev.thaw.engine.http;

import dev.thaw.engine.protocol.AwsException;
import dev.thaw.engine.protocol.CommonError;
import dev.thaw.engine.protocol.WireRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a request was signed for: {@code KEY/20261123/us-east-1/lambda/aws4_request}. Signatures are
 * not verified; the header's form is. See
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-authentication-methods.html.
 */
record CredentialScope(String accessKey, String region, String service) {
  private static final String ALGORITHM = "AWS4-HMAC-SHA256";
  private static final int ELEMENTS = 5;

  /** The scope in the Authorization header or in a presigned query, if there is one. */
  static Optional<CredentialScope> of(WireRequest wire) {
    var header = wire.header(HttpHeaderNames.AUTHORIZATION);
    if (header.isPresent()) {
      return Optional.of(parse(credential(header.orElseThrow(), wire)));
    }
    return wire.query("X-Amz-Credential").map(CredentialScope::parse);
  }

  private static CredentialScope parse(String credential) {
    var elements = credential.split("/", -1);
    if (elements.length != ELEMENTS) {
      throw incomplete(
          "Credential must have exactly 5 slash-delimited elements,"
              + " e.g. keyid/date/region/service/term, got '"
              + credential
              + "'");
    }
    return new CredentialScope(elements[0], elements[2], elements[3]);
  }

  private static String credential(String header, WireRequest wire) {
    var fields = header.startsWith(ALGORITHM) ? fields(header) : Map.<String, String>of();
    var lacks = new ArrayList<String>();
    for (var name : new String[] {"Credential", "Signature", "SignedHeaders"}) {
      if (!fields.containsKey(name)) {
        lacks.add("Authorization header requires '" + name + "' parameter.");
      }
    }
    if (!wire.headers().contains("X-Amz-Date") && !wire.headers().contains("Date")) {
      lacks.add(
          "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
    }
    if (!lacks.isEmpty()) {
      throw incomplete(String.join(" ", lacks) + " Authorization=" + firstWord(header));
    }
    return fields.getOrDefault("Credential", "");
  }

  private static Map<String, String> fields(String header) {
    var fields = new HashMap<String, String>();
    for (var field : header.substring(ALGORITHM.length()).split(",", -1)) {
      var text = field.strip();
      var equals = text.indexOf('=');
      if (equals < 0 && !text.isEmpty()) {
        throw incomplete(
            "'%s' not a valid key=value pair (missing equal-sign) in Authorization header: '%s'."
                .formatted(text, header));
      }
      if (equals > 0) {
        fields.put(text.substring(0, equals), text.substring(equals + 1));
      }
    }
    return fields;
  }

  private static String firstWord(String header) {
    return header.split(" ", 2)[0];
  }

  private static AwsException incomplete(String message) {
    return new AwsException(CommonError.INCOMPLETE_SIGNATURE, message);
  }
}
