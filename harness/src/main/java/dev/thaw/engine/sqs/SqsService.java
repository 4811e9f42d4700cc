package dev.thaw.engine.sqs;

import dev.thaw.engine.protocol.ActionTable;
import dev.thaw.engine.protocol.AwsJson;
import dev.thaw.engine.protocol.AwsQuery;
import dev.thaw.engine.protocol.AwsService;
import dev.thaw.engine.protocol.Binding;
import dev.thaw.engine.protocol.FlatNames;
import dev.thaw.engine.protocol.Service;
import dev.thaw.engine.protocol.TwoProtocols;
import java.util.Map;
import java.util.concurrent.Executor;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.CreateQueueRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageRequest;
import software.amazon.awssdk.services.sqs.model.DeleteQueueRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlRequest;
import software.amazon.awssdk.services.sqs.model.ListQueuesRequest;
import software.amazon.awssdk.services.sqs.model.PurgeQueueRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SetQueueAttributesRequest;

/**
 * SQS's operations, on the JSON protocol and on the older Query protocol:
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_Operations.html.
 */
public final class SqsService {
  private static final String NAMESPACE = "http://queue.amazonaws.com/doc/2012-11-05/";

  /** The Query protocol's names of members, which the SDK's classes do not know any more. */
  private static final FlatNames NAMES =
      new FlatNames(
          Map.of(
              "Attributes", "Attribute",
              "AttributeNames", "AttributeName",
              "MessageAttributes", "MessageAttribute",
              "MessageAttributeNames", "MessageAttributeName",
              "MessageSystemAttributeNames", "MessageSystemAttributeName",
              "QueueUrls", "QueueUrl",
              "Messages", "Message",
              "Failed", "BatchResultErrorEntry",
              "Entries", "%sRequestEntry",
              "Successful", "%sResultEntry"));

  private SqsService() {}

  /** The service on those queues; most operations are done where their request arrives. */
  public static Service create(Queues queues, Executor workers) {
    return new TwoProtocols(
        wire -> wire.headers().contains("X-Amz-Target"),
        new AwsService(
            AwsJson.version10().withErrorsOf("com.amazonaws.sqs#"),
            operations(ActionTable.byTarget(), queues),
            workers),
        new AwsService(
            new AwsQuery(NAMESPACE, NAMES), operations(ActionTable.byForm(), queues), workers));
  }

  private static ActionTable operations(ActionTable table, Queues queues) {
    return messages(table, queues)
        .with(Binding.of("CreateQueue", CreateQueueRequest::builder, new CreateQueue(queues)))
        .with(Binding.of("DeleteQueue", DeleteQueueRequest::builder, new DeleteQueue(queues)))
        .with(Binding.of("PurgeQueue", PurgeQueueRequest::builder, new PurgeQueue(queues)))
        .with(Binding.of("ListQueues", ListQueuesRequest::builder, new ListQueues(queues)))
        .with(Binding.of("GetQueueUrl", GetQueueUrlRequest::builder, new GetQueueUrl(queues)))
        .with(
            Binding.of(
                "GetQueueAttributes",
                GetQueueAttributesRequest::builder,
                new GetQueueAttributes(queues)))
        .with(
            Binding.of(
                "SetQueueAttributes",
                SetQueueAttributesRequest::builder,
                new SetQueueAttributes(queues)));
  }

  private static ActionTable messages(ActionTable table, Queues queues) {
    return table
        .with(
            Binding.of("SendMessage", SendMessageRequest::builder, new SendMessage(queues)).quick())
        .with(
            Binding.async(
                "ReceiveMessage", ReceiveMessageRequest::builder, new ReceiveMessage(queues)))
        .with(
            Binding.of("DeleteMessage", DeleteMessageRequest::builder, new DeleteMessage(queues))
                .quick())
        .with(
            Binding.of(
                    "SendMessageBatch",
                    SendMessageBatchRequest::builder,
                    new SendMessageBatch(queues))
                .quick())
        .with(
            Binding.of(
                    "DeleteMessageBatch",
                    DeleteMessageBatchRequest::builder,
                    new DeleteMessageBatch(queues))
                .quick())
        .with(
            Binding.of(
                    "ChangeMessageVisibility",
                    ChangeMessageVisibilityRequest::builder,
                    new ChangeMessageVisibility(queues))
                .quick());
  }
}
