package dev.thaw.engine.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.kinesis.model.ListStreamsRequest;
import software.amazon.awssdk.services.kinesis.model.ListStreamsResponse;

final class ActionTableTest {
  private static final Binding BINDING =
      Binding.of(
          "ListStreams",
          ListStreamsRequest::builder,
          (call, request) -> ListStreamsResponse.builder().build());

  private static String refusal(ActionTable table, WireRequest wire) {
    try {
      return table.with(BINDING).find(wire).binding().name();
    } catch (AwsException e) {
      return e.status() + " " + e.code() + " " + e.message();
    }
  }

  private static WireRequest target(String name) {
    return Wire.request("POST", "/", "{}", "X-Amz-Target", "Kinesis_20131202." + name);
  }

  @Test
  void findsByName() {
    assertThat(refusal(ActionTable.byTarget(), target("ListStreams"))).isEqualTo("ListStreams");
  }

  @ParameterizedTest
  @ValueSource(strings = {"StartStreamEncryption", "SubscribeToShard"})
  void whatAwsHasAndThisLacksIsNotImplemented(String name) {
    assertThat(refusal(ActionTable.byTarget(), target(name)))
        .isEqualTo("501 NotImplemented " + name + " is not implemented by this engine");
  }

  /** The last are classes of the model, but no requests. */
  @ParameterizedTest
  @ValueSource(
      strings = {"FlyAway", "liststreams", "", "PutRecordsRequestEntry", "../x", "Kinesis"})
  void whatNobodyHasIsUnknown(String name) {
    assertThat(refusal(ActionTable.byTarget(), target(name)))
        .isEqualTo("400 UnknownOperationException There is no operation of the name " + name + ".");
  }

  @Test
  void requestWithoutANameIsUnknown() {
    assertThat(refusal(ActionTable.byTarget(), Wire.request("POST", "/", "{}")))
        .isEqualTo("400 UnknownOperationException The request does not name an operation.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Action=ListStreams           | ListStreams
          Action=StartStreamEncryption | 501 NotImplemented StartStreamEncryption is not \
      implemented by this engine
          Action=FlyAway               | 400 InvalidAction The action FlyAway is not valid for \
      this web service.
          Version=2013-12-02           | 400 MissingAction The request is missing an action or \
      a required parameter.
      """)
  void theSameInAForm(String form, String answer) {
    var wire = Wire.request("POST", "/", form, "Content-Type", "application/x-www-form-urlencoded");

    assertThat(refusal(ActionTable.byForm(), wire)).isEqualTo(answer);
  }

  @Test
  void refusesMembersThatItWouldIgnore() {
    var strict = BINDING.lacking("NextToken").lackingUnless("Limit", "10");

    assertThat(strict.run(Wire.CALL, builder -> {})).isCompleted();
    assertThat(strict.run(Wire.CALL, json("{\"Limit\":10}"))).isCompleted();
    assertThatExceptionOfType(AwsException.class)
        .isThrownBy(() -> strict.run(Wire.CALL, json("{\"NextToken\":\"t\"}")))
        .withMessage("The member NextToken is not implemented by this engine");
    assertThatExceptionOfType(AwsException.class)
        .isThrownBy(() -> strict.run(Wire.CALL, json("{\"Limit\":11}")))
        .withMessage("Limit 11 is not implemented by this engine");
  }

  private static Consumer<SdkPojo> json(String text) {
    return builder ->
        JsonReader.read(Notation.JSON, Wire.request("POST", "/", text).body(), builder);
  }
}
