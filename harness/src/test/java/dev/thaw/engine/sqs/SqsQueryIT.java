package dev.thaw.engine.sqs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.thaw.engine.EngineUnderTest;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SQS on the Query protocol, as older clients speak it. */
final class SqsQueryIT {
  private final HttpClient http = HttpClient.newHttpClient();
  @TempDir private Path folder;
  private EngineUnderTest engine;

  @BeforeEach
  void start() {
    engine = EngineUnderTest.start(folder);
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  private HttpResponse<String> post(String path, String form)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(engine.engine().endpoint() + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("X-Amz-Date", "20261123T000000Z")
            .header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=111111111111/20261123/eu-west-1/sqs/aws4_request,"
                    + " SignedHeaders=host, Signature=x")
            .POST(HttpRequest.BodyPublishers.ofString(form + "&Version=2012-11-05"))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void sendsAndReceivesUnderTheOlderNames() throws Exception {
    var created =
        post(
            "/",
            "Action=CreateQueue&QueueName=q&Attribute.1.Name=DelaySeconds&Attribute.1.Value=0");
    assertThat(created.body())
        .contains("<CreateQueueResponse xmlns=\"http://queue.amazonaws.com/doc/2012-11-05/\">")
        .contains("<QueueUrl>" + engine.engine().endpoint() + "/111111111111/q</QueueUrl>");

    var sent =
        post(
            "/111111111111/q",
            "Action=SendMessage&MessageBody=hello&MessageAttribute.1.Name=colour"
                + "&MessageAttribute.1.Value.DataType=String"
                + "&MessageAttribute.1.Value.StringValue=blue");
    assertThat(sent.body())
        .contains("<MD5OfMessageBody>5d41402abc4b2a76b9719d911017c592</MD5OfMessageBody>");

    var received =
        post(
            "/111111111111/q",
            "Action=ReceiveMessage&AttributeName.1=All&MessageAttributeName.1=All");
    assertThat(received.body())
        .contains("<ReceiveMessageResult><Message>", "<Body>hello</Body>")
        .contains("<Attribute><Name>ApproximateReceiveCount</Name><Value>1</Value></Attribute>")
        .contains(
            "<MessageAttribute><Name>colour</Name><Value>"
                + "<StringValue>blue</StringValue><DataType>String</DataType></Value>"
                + "</MessageAttribute>");
  }

  @Test
  void batchesHaveTheOlderNames() throws Exception {
    post("/", "Action=CreateQueue&QueueName=q");

    var sent =
        post(
            "/",
            "Action=SendMessageBatch&QueueUrl="
                + URLEncoder.encode(engine.engine().endpoint() + "/111111111111/q", UTF_8)
                + "&SendMessageBatchRequestEntry.1.Id=a"
                + "&SendMessageBatchRequestEntry.1.MessageBody=one"
                + "&SendMessageBatchRequestEntry.2.Id=b"
                + "&SendMessageBatchRequestEntry.2.MessageBody=");
    assertThat(sent.body())
        .contains("<SendMessageBatchResultEntry><Id>a</Id>")
        .contains("<BatchResultErrorEntry><Id>b</Id>", "<Code>MissingParameter</Code>");
  }

  @Test
  void aMissingQueueHasTheOlderCode() throws Exception {
    var answer = post("/111111111111/none", "Action=ReceiveMessage");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("<Code>AWS.SimpleQueueService.NonExistentQueue</Code>")
        .contains("<Message>The specified queue does not exist.</Message>");
  }

  @Test
  void aRequestWithoutAQueueIsToldSo() throws Exception {
    assertThat(post("/", "Action=PurgeQueue").body())
        .contains("<Code>MissingParameter</Code>")
        .contains("The request must contain the parameter QueueUrl.");
  }
}
