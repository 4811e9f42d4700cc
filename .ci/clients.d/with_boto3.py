"""boto3 as a client of every service, and the Query and CBOR protocols that it no longer speaks by itself."""
import boto3
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.config import Config
from botocore.credentials import Credentials
from botocore.exceptions import ClientError
from botocore.httpsession import URLLib3Session

from common import ACCOUNT, ENDPOINT, REGION, ROLE, check, done, package, wait_for

ONCE = Config(retries={"total_max_attempts": 1}, s3={"addressing_style": "path"})


def client(service):
    return boto3.client(service, endpoint_url=ENDPOINT, config=ONCE)


def refused(call, **arguments):
    try:
        call(**arguments)
        return "nothing"
    except ClientError as e:
        return e.response["Error"]["Code"]


def signed(service, body, headers):
    """One request as it is, signed."""
    request = AWSRequest("POST", ENDPOINT + "/", data=body, headers=headers)
    SigV4Auth(Credentials(ACCOUNT, "secret"), service, REGION).add_auth(request)
    response = URLLib3Session().send(request.prepare())
    return response.status_code, response.content


def cbor_text(text):
    data = text.encode()
    return (bytes([0x60 + len(data)]) if len(data) < 24 else bytes([0x78, len(data)])) + data


def cbor_map(**members):
    out = bytes([0xA0 + len(members)])
    for name, value in members.items():
        if isinstance(value, bytes):
            out += cbor_text(name) + bytes([0x40 + len(value)]) + value
        else:
            out += cbor_text(name) + cbor_text(value)
    return out


function, s3, sqs, kinesis = client("lambda"), client("s3"), client("sqs"), client("kinesis")
dynamodb, streams, logs = client("dynamodb"), client("dynamodbstreams"), client("logs")

check("sts", client("sts").get_caller_identity()["Account"] == ACCOUNT)

# REST-JSON
made = function.create_function(FunctionName="boto", Runtime="provided.al2023", Role=ROLE, Handler="none",
                                Code={"ZipFile": package()})
check("lambda create_function", made["State"] == "Pending", made)
function.get_waiter("function_active_v2").wait(FunctionName="boto")
answer = function.invoke(FunctionName="boto", Payload=b'{"a":1}')
check("lambda invoke", answer["Payload"].read() == b'{"a":1}')
check("lambda event", function.invoke(FunctionName="boto", InvocationType="Event", Payload=b'{"b":2}')["StatusCode"] == 202)
wait_for("event in the log", lambda: any('{"b":2}' in e["message"] for e in logs.filter_log_events(
    logGroupName="/aws/lambda/boto")["events"]))
function.put_function_concurrency(FunctionName="boto", ReservedConcurrentExecutions=0)
try:
    function.invoke(FunctionName="boto")
    check("lambda throttle", False)
except function.exceptions.TooManyRequestsException as e:
    check("lambda throttle and its Reason",
          e.response["Reason"] == "ReservedFunctionConcurrentInvocationLimitExceeded", e.response)
function.delete_function_concurrency(FunctionName="boto")
check("lambda unknown function", refused(function.get_function, FunctionName="nosuch") == "ResourceNotFoundException")
check("lambda operation that is not there", refused(function.list_code_signing_configs) == "NotImplemented")

# REST-XML
s3.create_bucket(Bucket="boto-bucket")
s3.put_object(Bucket="boto-bucket", Key="ä/b c&d.txt", Body=b"hello")
check("s3 get_object", s3.get_object(Bucket="boto-bucket", Key="ä/b c&d.txt")["Body"].read() == b"hello")
check("s3 list_objects_v2", s3.list_objects_v2(Bucket="boto-bucket")["Contents"][0]["Key"] == "ä/b c&d.txt")
check("s3 no such key", refused(s3.get_object, Bucket="boto-bucket", Key="nosuch") == "NoSuchKey")
function.add_permission(FunctionName="boto", StatementId="s3", Action="lambda:InvokeFunction", Principal="s3.amazonaws.com")
s3.put_bucket_notification_configuration(Bucket="boto-bucket", NotificationConfiguration={
    "LambdaFunctionConfigurations": [{"LambdaFunctionArn": made["FunctionArn"], "Events": ["s3:ObjectCreated:*"]}]})
s3.put_object(Bucket="boto-bucket", Key="notified", Body=b"hello")
wait_for("notification", lambda: any("ObjectCreated:Put" in e["message"] for e in logs.filter_log_events(
    logGroupName="/aws/lambda/boto")["events"]))
check("s3 notification", True)

# JSON 1.0
url = sqs.create_queue(QueueName="boto")["QueueUrl"]
sqs.send_message(QueueUrl=url, MessageBody="hello", MessageAttributes={"a": {"DataType": "String", "StringValue": "b"}})
message = sqs.receive_message(QueueUrl=url, MessageAttributeNames=["All"])["Messages"][0]
check("sqs json", message["Body"] == "hello" and message["MessageAttributes"]["a"]["StringValue"] == "b", message)
sqs.delete_message(QueueUrl=url, ReceiptHandle=message["ReceiptHandle"])
check("sqs unknown queue", "NonExistentQueue" in refused(sqs.get_queue_url, QueueName="nosuch"))

# Query
form = {"Content-Type": "application/x-www-form-urlencoded"}
status, body = signed("sqs", "Action=GetQueueUrl&Version=2012-11-05&QueueName=boto", form)
check("sqs query", status == 200 and b"<QueueUrl>" in body, body)
status, body = signed("sqs", "Action=GetQueueUrl&Version=2012-11-05&QueueName=nosuch", form)
check("sqs query error", status == 400 and b"NonExistentQueue</Code>" in body, body)

# JSON 1.0 and its streams
dynamodb.create_table(TableName="boto", BillingMode="PAY_PER_REQUEST",
                      KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
                      AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
                      StreamSpecification={"StreamEnabled": True, "StreamViewType": "NEW_AND_OLD_IMAGES"})
dynamodb.get_waiter("table_exists").wait(TableName="boto")
dynamodb.put_item(TableName="boto", Item={"id": {"S": "x"}, "data": {"B": b"\x00\xff"}})
dynamodb.update_item(TableName="boto", Key={"id": {"S": "x"}}, UpdateExpression="SET n = :n",
                     ExpressionAttributeValues={":n": {"N": "2"}})
item = dynamodb.get_item(TableName="boto", Key={"id": {"S": "x"}})["Item"]
check("dynamodb", item["n"] == {"N": "2"} and item["data"]["B"] == b"\x00\xff", item)
check("dynamodb condition", refused(dynamodb.put_item, TableName="boto", Item={"id": {"S": "x"}},
      ConditionExpression="attribute_not_exists(id)") == "ConditionalCheckFailedException")
arn = dynamodb.describe_table(TableName="boto")["Table"]["LatestStreamArn"]
shard = streams.describe_stream(StreamArn=arn)["StreamDescription"]["Shards"][0]["ShardId"]
iterator = streams.get_shard_iterator(StreamArn=arn, ShardId=shard, ShardIteratorType="TRIM_HORIZON")["ShardIterator"]
check("dynamodbstreams", [r["eventName"] for r in streams.get_records(ShardIterator=iterator)["Records"]]
      == ["INSERT", "MODIFY"])

# JSON 1.1 and CBOR
kinesis.create_stream(StreamName="boto", ShardCount=2)
kinesis.get_waiter("stream_exists").wait(StreamName="boto")
put = kinesis.put_records(StreamName="boto", Records=[{"Data": b"\x00hello", "PartitionKey": str(i)} for i in range(5)])
check("kinesis put_records", put["FailedRecordCount"] == 0 and len(put["Records"]) == 5)
records = []
for shard in kinesis.list_shards(StreamName="boto")["Shards"]:
    iterator = kinesis.get_shard_iterator(StreamName="boto", ShardId=shard["ShardId"],
                                          ShardIteratorType="TRIM_HORIZON")["ShardIterator"]
    records += kinesis.get_records(ShardIterator=iterator)["Records"]
check("kinesis get_records", sorted(r["PartitionKey"] for r in records) == list("01234")
      and all(r["Data"] == b"\x00hello" for r in records))
cbor = {"Content-Type": "application/x-amz-cbor-1.1", "X-Amz-Target": "Kinesis_20131202.PutRecord"}
status, body = signed("kinesis", cbor_map(StreamName="boto", PartitionKey="a", Data=b"hello"), cbor)
check("kinesis cbor", status == 200 and b"SequenceNumber" in body and body[0] >= 0xA0, body)
status, body = signed("kinesis", cbor_map(StreamName="nosuch", PartitionKey="a", Data=b"hello"), cbor)
check("kinesis cbor error", status == 400 and b"ResourceNotFoundException" in body and body[0] >= 0xA0, body)

scaling = client("application-autoscaling")
check("application-autoscaling", scaling.describe_scalable_targets(ServiceNamespace="lambda")["ScalableTargets"] == [])

metrics = refused(client("cloudwatch").list_metrics)
print("not offered: cloudwatch" if metrics in ("NotImplemented", "501") else "ok: cloudwatch list_metrics")

function.delete_function(FunctionName="boto")
for gone in s3.list_objects_v2(Bucket="boto-bucket")["Contents"]:
    s3.delete_object(Bucket="boto-bucket", Key=gone["Key"])
s3.delete_bucket(Bucket="boto-bucket")
kinesis.delete_stream(StreamName="boto")
dynamodb.delete_table(TableName="boto")
sqs.delete_queue(QueueUrl=url)
done(23)
