"""The AWS CLI as a client of every service."""
import json
import subprocess

from common import ACCOUNT, ENDPOINT, ROLE, WORK, check, done, package, wait_for


def aws(*arguments, fails=False):
    run = subprocess.run(["aws", "--endpoint-url", ENDPOINT, *arguments], capture_output=True, text=True, timeout=60)
    if (run.returncode != 0) != fails:
        raise SystemExit(f"FAILED: aws {' '.join(arguments)}: {run.stdout}{run.stderr}")
    return run.stderr if fails else (json.loads(run.stdout) if run.stdout.strip() else {})


with open(f"{WORK}/code.zip", "wb") as file:
    file.write(package())

# Query
check("sts", aws("sts", "get-caller-identity")["Account"] == ACCOUNT)

# REST-JSON
made = aws("lambda", "create-function", "--function-name", "cli", "--runtime", "provided.al2023",
           "--role", ROLE, "--handler", "none", "--zip-file", f"fileb://{WORK}/code.zip")
check("lambda create-function", made["State"] == "Pending", made)
aws("lambda", "wait", "function-active-v2", "--function-name", "cli")
answer = aws("lambda", "invoke", "--function-name", "cli", "--payload", '{"a": 1}', f"{WORK}/answer")
check("lambda invoke", answer["StatusCode"] == 200 and json.load(open(f"{WORK}/answer")) == {"a": 1}, answer)
check("lambda publish-version", aws("lambda", "publish-version", "--function-name", "cli")["Version"] == "1")
aws("lambda", "create-alias", "--function-name", "cli", "--name", "live", "--function-version", "1")
check("lambda invoke by alias", aws("lambda", "invoke", "--function-name", "cli:live", f"{WORK}/answer")
      ["ExecutedVersion"] == "1")
check("lambda put-function-concurrency", aws("lambda", "put-function-concurrency", "--function-name", "cli",
      "--reserved-concurrent-executions", "5")["ReservedConcurrentExecutions"] == 5)
check("lambda throttle", "TooManyRequestsException" in (
    aws("lambda", "put-function-concurrency", "--function-name", "cli", "--reserved-concurrent-executions", "0")
    and aws("lambda", "invoke", "--function-name", "cli", f"{WORK}/answer", fails=True)))
aws("lambda", "delete-function-concurrency", "--function-name", "cli")
check("lambda get-account-settings", aws("lambda", "get-account-settings")["AccountLimit"]["ConcurrentExecutions"] == 1000)
check("lambda add-permission", "Statement" in aws(
    "lambda", "add-permission", "--function-name", "cli", "--statement-id", "s3", "--action", "lambda:InvokeFunction",
    "--principal", "s3.amazonaws.com"))
check("lambda unknown function", "ResourceNotFoundException" in
      aws("lambda", "get-function", "--function-name", "nosuch", fails=True))

# REST-XML
aws("s3api", "create-bucket", "--bucket", "cli-bucket")
subprocess.run(["aws", "s3", "cp", "--quiet", f"{WORK}/code.zip", "s3://cli-bucket/folder/code.zip"], check=True)
check("s3 cp and list", [o["Key"] for o in aws("s3api", "list-objects-v2", "--bucket", "cli-bucket")["Contents"]]
      == ["folder/code.zip"])
check("s3 head", aws("s3api", "head-object", "--bucket", "cli-bucket", "--key", "folder/code.zip")["ContentLength"] > 0)
subprocess.run(["aws", "s3", "rm", "--quiet", "s3://cli-bucket/folder/code.zip"], check=True)
check("s3 no such bucket", "NoSuchBucket" in aws("s3api", "list-objects-v2", "--bucket", "nosuch-bucket", fails=True))

# JSON 1.1
wait_for("log group", lambda: aws("logs", "describe-log-groups")["logGroups"])
check("logs", any("EVENT" in e["message"] for e in
      aws("logs", "filter-log-events", "--log-group-name", "/aws/lambda/cli")["events"]))
aws("kinesis", "create-stream", "--stream-name", "cli", "--shard-count", "1")
aws("kinesis", "wait", "stream-exists", "--stream-name", "cli")
put = aws("kinesis", "put-record", "--stream-name", "cli", "--partition-key", "a", "--data", "hello")
iterator = aws("kinesis", "get-shard-iterator", "--stream-name", "cli", "--shard-id", put["ShardId"],
               "--shard-iterator-type", "TRIM_HORIZON")["ShardIterator"]
check("kinesis", aws("kinesis", "get-records", "--shard-iterator", iterator)["Records"][0]["SequenceNumber"]
      == put["SequenceNumber"])

# JSON 1.0
url = aws("sqs", "create-queue", "--queue-name", "cli")["QueueUrl"]
sent = aws("sqs", "send-message", "--queue-url", url, "--message-body", "hello")
check("sqs", aws("sqs", "receive-message", "--queue-url", url)["Messages"][0]["MessageId"] == sent["MessageId"])
aws("dynamodb", "create-table", "--table-name", "cli", "--key-schema", "AttributeName=id,KeyType=HASH",
    "--attribute-definitions", "AttributeName=id,AttributeType=S", "--billing-mode", "PAY_PER_REQUEST",
    "--stream-specification", "StreamEnabled=true,StreamViewType=NEW_IMAGE")
aws("dynamodb", "wait", "table-exists", "--table-name", "cli")
aws("dynamodb", "put-item", "--table-name", "cli", "--item", '{"id": {"S": "x"}, "n": {"N": "1"}}')
check("dynamodb", aws("dynamodb", "get-item", "--table-name", "cli", "--key", '{"id": {"S": "x"}}')["Item"]["n"]["N"] == "1")
check("dynamodbstreams", len(aws("dynamodbstreams", "list-streams", "--table-name", "cli")["Streams"]) == 1)

target = ["--service-namespace", "lambda", "--resource-id", "function:cli:live",
          "--scalable-dimension", "lambda:function:ProvisionedConcurrency"]
aws("application-autoscaling", "register-scalable-target", *target, "--min-capacity", "1", "--max-capacity", "2")
check("application-autoscaling", aws("application-autoscaling", "describe-scalable-targets", "--service-namespace",
      "lambda")["ScalableTargets"][0]["MaxCapacity"] == 2)
aws("application-autoscaling", "deregister-scalable-target", *target)

# Triggers
mapping = aws("lambda", "create-event-source-mapping", "--function-name", "cli", "--event-source-arn",
              aws("kinesis", "describe-stream-summary", "--stream-name", "cli")["StreamDescriptionSummary"]["StreamARN"],
              "--starting-position", "TRIM_HORIZON")
wait_for("delivery of the record", lambda: any("aws:kinesis" in e["message"] for e in
         aws("logs", "filter-log-events", "--log-group-name", "/aws/lambda/cli")["events"]))
check("lambda delete-event-source-mapping",
      aws("lambda", "delete-event-source-mapping", "--uuid", mapping["UUID"])["State"] == "Deleting")
aws("lambda", "delete-function", "--function-name", "cli")
aws("kinesis", "delete-stream", "--stream-name", "cli")
aws("dynamodb", "delete-table", "--table-name", "cli")
aws("sqs", "delete-queue", "--queue-url", url)
aws("s3api", "delete-bucket", "--bucket", "cli-bucket")
done(19)
