package dev.thaw.engine.protocol;

import static dev.thaw.engine.protocol.Wire.CALL;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;

/** Golden requests and responses of CloudWatch Logs' protocol. */
final class AwsJsonTest {
  private final AwsJson protocol = AwsJson.version11();

  @Test
  void readsAndWritesBodies() {
    var builder = FilterLogEventsRequest.builder();
    protocol.read(
        Wire.request(
            "POST",
            "/",
            "{\"logGroupName\": \"g\", \"startTime\": 5, \"logStreamNames\": [\"s\"]}"),
        Map.of(),
        builder);
    var response =
        FilterLogEventsResponse.builder()
            .events(FilteredLogEvent.builder().message("hello\t\n").timestamp(5L).build())
            .build();
    var binding =
        Binding.of("FilterLogEvents", FilterLogEventsRequest::builder, (call, in) -> response);
    var wire = protocol.write(CALL, binding, Answer.of(response));

    assertThat(builder.build())
        .isEqualTo(
            FilterLogEventsRequest.builder()
                .logGroupName("g")
                .startTime(5L)
                .logStreamNames("s")
                .build());
    assertThat(wire.headers().get("Content-Type")).isEqualTo("application/x-amz-json-1.1");
    assertThat(Wire.text(wire.body()))
        .isEqualTo("{\"events\":[{\"timestamp\":5,\"message\":\"hello\\t\\n\"}]}");
  }

  @Test
  void writesTheErrorsTypeIntoTheBody() {
    var wire = protocol.refuse(CALL, new AwsException(CommonError.VALIDATION, "no"));
    assertThat(Wire.text(wire.body()))
        .isEqualTo("{\"__type\":\"ValidationException\",\"message\":\"no\"}");
  }
}
