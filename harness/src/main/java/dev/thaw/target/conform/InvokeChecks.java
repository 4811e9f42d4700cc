package dev.thaw.target.conform;

import static dev.thaw.target.conform.Source.recorded;

import java.util.List;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.model.InvocationType;

/** I1, I8, I11 and I13: what a caller is answered, and which function it names. */
final class InvokeChecks {
  private static final String REQUEST_RESPONSE =
      recorded("test_invocation_type_request_response", "2025-11-24");
  private static final String NOTHING =
      recorded("test_invocation_type_no_return_payload", "2025-11-24");
  private static final String ENCODING =
      recorded("test_lambda_invoke_payload_encoding_error", "2025-11-24");
  private static final String QUALIFIER = recorded("test_invocation_with_qualifier", "2025-11-24");
  private static final String ARN = "arn:aws:lambda:<region>:<account>:function:<function>";
  private static final String TELL_ARN = "ANSWER=$Q$ARN$Q";

  private InvokeChecks() {}

  private static final List<Check> ALL =
      List.of(
          Check.exact(
              "I1.1",
              "an invoke that waits",
              REQUEST_RESPONSE,
              """
            200 {"ExecutedVersion":"$LATEST","Payload":"{\\"a\\":1}","StatusCode":200}""",
              stage -> stage.shown(stage.function(Script.ECHO).invoke("{\"a\":1}"))),
          Check.exact(
              "I1.2",
              "an event: no ExecutedVersion",
              NOTHING,
              "202 {\"Payload\":\"\",\"StatusCode\":202}",
              stage -> stage.shown(stage.function(Script.ECHO).event("{}"))),
          Check.exact(
              "I1.3",
              "a dry run",
              recorded("test_invocation_type_dry_run", "2023-04-26"),
              "204",
              InvokeChecks::dryRun),
          Check.exact(
              "I1.4",
              "a handler that returns nothing",
              NOTHING,
              "200 {\"ExecutedVersion\":\"$LATEST\",\"Payload\":\"null\",\"StatusCode\":200}",
              stage -> stage.shown(stage.function(Script.LOG).invoke("{}"))),
          Check.judged(
              "I8.1",
              "a payload that is no UTF-8",
              ENCODING,
              """
            400 InvalidRequestContentException {"Type":"User","message":"Could not parse request \
            body into json: Could not parse payload into json: Invalid UTF-8 start byte 0x87 ..."}""",
              stage ->
                  startsWith(
                      payload(stage, new byte[] {'"', 'n', (byte) 0x87, 'r', '"'}),
                      """
                    400 InvalidRequestContentException {"Type":"User","message":"Could not parse \
                    request body into json: Could not parse payload into json: Invalid UTF-8 start \
                    byte 0x87""")),
          Check.judged(
              "I8.2",
              "a payload that is no JSON",
              ENCODING,
              """
            400 InvalidRequestContentException {"Type":"User","message":"Could not parse request \
            body into json: Could not parse payload into json: Unexpected character ((CTRL-CHAR, \
            code 153)): expected a valid value ..."}""",
              stage ->
                  startsWith(
                      payload(
                          stage,
                          new byte[] {
                            (byte) 0x99, (byte) 0xeb, ',', 'j', 7, (byte) 0xa1, 'z', 'Y', 'h'
                          }),
                      """
                    400 InvalidRequestContentException {"Type":"User","message":"Could not parse \
                    request body into json: Could not parse payload into json: Unexpected \
                    character ((CTRL-CHAR, code 153)): expected a valid value""")),
          Check.exact(
              "I8.3",
              "an unknown function",
              recorded("test_invoke_exceptions", "2025-11-24"),
              """
            404 ResourceNotFoundException {"Message":"Function not found: \
            arn:aws:lambda:<region>:<account>:function:doesnotexist:$LATEST","Type":"User"}""",
              stage ->
                  stage.refusal(
                      () -> stage.lambda().invoke(call -> call.functionName("doesnotexist")))),
          Check.judged(
              "I11.1",
              "the request id that is answered",
              recorded("test_request_id_invoke", "2025-11-24"),
              "that which the function sees, and START, END and REPORT name",
              InvokeChecks::sameId),
          Check.exact(
              "I13.1",
              "the invoked ARN without a qualifier",
              QUALIFIER,
              "\"" + ARN + "\"",
              stage -> payloadOf(stage, stage.function(Script.SHELL).run(TELL_ARN))),
          Check.exact(
              "I13.2",
              "the invoked ARN with the qualifier $LATEST",
              QUALIFIER,
              "\"" + ARN + ":$LATEST\"",
              stage -> payloadOf(stage, stage.function(Script.SHELL).run("$LATEST", TELL_ARN))),
          Check.exact(
              "I13.3",
              "the invoked ARN by an alias, and the version executed",
              recorded("test_lambda_alias_moving", "2025-11-25"),
              "\"" + ARN + ":live\", version 1",
              InvokeChecks::byAlias),
          Check.exact(
              "I13.4",
              "the invoked ARN by a version, and the version executed",
              QUALIFIER,
              "\"" + ARN + ":1\", version 1",
              stage -> {
                var function = stage.function(Script.SHELL);
                return told(stage, function, function.publish());
              }));

  static List<Check> all() {
    return ALL;
  }

  private static Seen startsWith(String seen, String start) {
    return new Seen(seen, seen.startsWith(start));
  }

  private static String dryRun(Stage stage) {
    var function = stage.function(Script.ECHO);
    var response =
        stage
            .lambda()
            .invoke(
                call -> call.functionName(function.name()).invocationType(InvocationType.DRY_RUN));
    return String.valueOf(response.sdkHttpResponse().statusCode());
  }

  private static String payload(Stage stage, byte[] payload) {
    var function = stage.function(Script.ECHO);
    return stage.refusal(
        () ->
            stage
                .lambda()
                .invoke(
                    call ->
                        call.functionName(function.name())
                            .payload(SdkBytes.fromByteArray(payload))));
  }

  private static String payloadOf(
      Stage stage, software.amazon.awssdk.services.lambda.model.InvokeResponse response) {
    return stage.mask().apply(response.payload().asUtf8String());
  }

  private static String byAlias(Stage stage) {
    var function = stage.function(Script.SHELL);
    return told(stage, function, function.alias(function.publish()));
  }

  private static String told(Stage stage, Subject function, String qualifier) {
    var response = function.run(qualifier, TELL_ARN);
    return payloadOf(stage, response) + ", version " + response.executedVersion();
  }

  private static Seen sameId(Stage stage) {
    var function = stage.function(Script.SHELL);
    var response =
        stage
            .lambda()
            .invoke(
                call ->
                    call.functionName(function.name())
                        .logType("Tail")
                        .payload(SdkBytes.fromUtf8String("\"ANSWER=$Q$ID$Q\"")));
    var id = response.responseMetadata().requestId();
    var log =
        new String(
            java.util.Base64.getDecoder().decode(response.logResult()),
            java.nio.charset.StandardCharsets.UTF_8);
    var seen =
        "answered %s, function %s, log %s"
            .formatted(id, response.payload().asUtf8String(), log.replaceAll("[\\t\\n]", " "));
    return new Seen(
        seen,
        response.payload().asUtf8String().equals("\"" + id + "\"")
            && List.of("START", "END", "REPORT").stream()
                .allMatch(line -> log.contains(line + " RequestId: " + id)));
  }
}
