"""Each Gatling simulation by itself, as harness/docs/events.md tells: 20 events that the function's log has to know."""
import os
import subprocess
import time

import boto3
from botocore.config import Config

from common import ACCOUNT, ENDPOINT, REGION, ROLE, WORK, check, done, package, wait_for

ONCE = Config(retries={"total_max_attempts": 1}, s3={"addressing_style": "path"})
NAME = "alone"
EVENTS = 20


def client(service):
    return boto3.client(service, endpoint_url=ENDPOINT, config=ONCE)


lambda_, s3, kinesis, dynamodb, logs = map(client, ["lambda", "s3", "kinesis", "dynamodb", "logs"])
arn = lambda_.create_function(
    FunctionName=NAME, Runtime="provided.al2023", Role=ROLE, Handler="none", Code={"ZipFile": package()},
    Environment={"Variables": {"THAW_SIMULATED": "init: constant 20 ms; service: constant 2 ms"}})["FunctionArn"]
lambda_.get_waiter("function_active_v2").wait(FunctionName=NAME)


def permit(statement, principal, **more):
    lambda_.add_permission(FunctionName=NAME, StatementId=statement, Action="lambda:InvokeFunction",
                           Principal=principal, **more)


def bucket():
    s3.create_bucket(Bucket=NAME, **({} if REGION == "us-east-1" else {
        "CreateBucketConfiguration": {"LocationConstraint": REGION}}))
    permit("s3", "s3.amazonaws.com", SourceArn=f"arn:aws:s3:::{NAME}")
    s3.put_bucket_notification_configuration(Bucket=NAME, NotificationConfiguration={
        "LambdaFunctionConfigurations": [{"LambdaFunctionArn": arn, "Events": ["s3:ObjectCreated:*"]}]})
    return {"bucket": NAME, "prefix": "in/"}


def mapping(source):
    lambda_.create_event_source_mapping(FunctionName=NAME, EventSourceArn=source, StartingPosition="TRIM_HORIZON")


def stream():
    kinesis.create_stream(StreamName=NAME, ShardCount=1)
    kinesis.get_waiter("stream_exists").wait(StreamName=NAME, WaiterConfig={"Delay": 1})
    mapping(kinesis.describe_stream_summary(StreamName=NAME)["StreamDescriptionSummary"]["StreamARN"])
    return {"stream": NAME, "keys": "3"}


def table():
    dynamodb.create_table(
        TableName=NAME, BillingMode="PAY_PER_REQUEST", KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
        AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
        StreamSpecification={"StreamEnabled": True, "StreamViewType": "NEW_IMAGE"})
    dynamodb.get_waiter("table_exists").wait(TableName=NAME, WaiterConfig={"Delay": 1})
    mapping(dynamodb.describe_table(TableName=NAME)["Table"]["LatestStreamArn"])
    return {"table": NAME}


def function_url():
    lambda_.add_permission(FunctionName=NAME, StatementId="url", Action="lambda:InvokeFunctionUrl", Principal="*",
                           FunctionUrlAuthType="NONE")
    return {"url": lambda_.create_function_url_config(FunctionName=NAME, AuthType="NONE")["FunctionUrl"]}


def http_api():
    made = client("apigatewayv2").create_api(Name=NAME, ProtocolType="HTTP", Target=arn)
    permit("http", "apigateway.amazonaws.com")
    return {"url": made["ApiEndpoint"] + "/"}


def rest_api():
    apis = client("apigateway")
    made = apis.create_rest_api(name=NAME)
    root = {"restApiId": made["id"], "resourceId": made["rootResourceId"], "httpMethod": "ANY"}
    apis.put_method(authorizationType="NONE", **root)
    apis.put_integration(
        type="AWS_PROXY", integrationHttpMethod="POST",
        uri=f"arn:aws:apigateway:{REGION}:lambda:path/2015-03-31/functions/{arn}/invocations", **root)
    apis.create_deployment(restApiId=made["id"], stageName="v1")
    port = ENDPOINT.rsplit(":", 1)[1].rstrip("/")
    return {"url": f"http://{made['id']}.execute-api.{REGION}.localhost:{port}/v1"}


def simulate(simulation, **settings):
    """Runs one as Gatling does; what it printed."""
    settings = {"endpoint": ENDPOINT, "burnIn": "100", "arrivals": f"constant {EVENTS}/s for 1 s",
                "requests": f"{WORK}/{simulation}.ndjson.gz", **settings}
    ended = subprocess.run(
        ["java", "-Xmx512m", *(f"-Dthaw.{name}={value}" for name, value in settings.items()),
         "-cp", "gatling-sims/target/gatling-sims.jar:gatling-sims/target/lib/*",
         "io.gatling.app.Gatling", "-s", f"dev.thaw.gatling.{simulation}", "-nr", "-rf", f"{WORK}/gatling"],
        capture_output=True, text=True, timeout=240, check=False)
    check(f"{simulation}: exit code", ended.returncode == 0, ended.stdout[-1500:] + ended.stderr[-400:])
    return ended.stdout


def handled(since):
    """How many ids the log has."""
    pages = logs.get_paginator("filter_log_events").paginate(
        logGroupName=f"/aws/lambda/{NAME}", filterPattern="HANDLED", startTime=since)
    lines = [event["message"] for page in pages for event in page["events"]]
    ids = [one for line in lines for one in line.split('"ids":[')[1].split("]")[0].split(",")]
    return len(ids) if len(ids) == len(set(ids)) else 0


for simulation, make in [
        ("InvokeSimulation", lambda: {"function": NAME}), ("AsyncInvokeSimulation", lambda: {"function": NAME}),
        ("S3UploadSimulation", bucket), ("KinesisSimulation", stream), ("DynamoDbSimulation", table),
        ("FunctionUrlSimulation", function_url), ("HttpApiSimulation", http_api), ("RestApiSimulation", rest_api)]:
    settings = make()
    before = int(time.time() * 1000)
    printed = simulate(simulation, **settings)
    check(f"{simulation}: sent", f"sent {EVENTS} of {EVENTS}, 0 failed" in printed, printed[-1500:])
    wait_for(f"{simulation}'s events in the log", lambda since=before: handled(since) == EVENTS)

done(16)
