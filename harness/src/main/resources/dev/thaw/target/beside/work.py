import time
import uuid

environment = uuid.uuid4().hex
invocations = 0


def handler(event, context):
    global invocations
    invocations += 1
    time.sleep(event.get("sleepMs", 0) / 1000)
    return {"environment": environment, "invocation": invocations}
