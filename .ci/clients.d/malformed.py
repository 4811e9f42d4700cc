"""Malformed requests by plain sockets: AWS's error codes, and an engine that works afterwards."""
import base64
import glob
import io
import json
import os
import socket
import sys
import tempfile
import urllib.parse
import zipfile

from common import ENDPOINT, REGION, ROLE, check, done, package

ADDRESS = urllib.parse.urlparse(ENDPOINT)
SERVER = int(sys.argv[2])
SCOPE = "AWS4-HMAC-SHA256 Credential=000000000000/20260101/%s/%s/aws4_request, SignedHeaders=host, Signature=" + "0" * 64


def connect():
    return socket.create_connection((ADDRESS.hostname, ADDRESS.port), timeout=20)


def raw(data):
    """Whatever comes back for these bytes until the end or a complete answer."""
    with connect() as sock:
        try:
            sock.sendall(data)
            received = b""
            while True:
                more = sock.recv(65536)
                received += more
                head, _, body = received.partition(b"\r\n\r\n")
                length = [int(line.split(b":")[1]) for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
                if not more or (length and len(body) >= length[0]):
                    return received
        except (ConnectionResetError, BrokenPipeError):
            return b"closed"


def ask(method, path, body=b"", service="lambda", **headers):
    """Status and body of one HTTP request, signed in form only."""
    lines = [f"{method} {path} HTTP/1.1", f"Host: {ADDRESS.netloc}", "Connection: close",
             f"Authorization: {SCOPE % (REGION, service)}", "X-Amz-Date: 20260101T000000Z",
             f"Content-Length: {len(body)}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    answer = raw("\r\n".join(lines).encode() + b"\r\n\r\n" + body)
    head, _, content = answer.partition(b"\r\n\r\n")
    return (int(head.split()[1]) if head.startswith(b"HTTP/") else 0), content.decode("utf-8", "replace"), head.decode()


def refused(what, answer, status, code):
    seen = answer[1] + answer[2]
    check(f"{what}: {status} {code}", answer[0] == status and code in seen, answer)
    works(what)


def works(after):
    """The engine answers as it should."""
    answer = ask("POST", "/", b"Action=GetCallerIdentity&Version=2011-06-15", "sts",
                 Content_Type="application/x-www-form-urlencoded")
    check(f"works after {after}", answer[0] == 200 and "<Account>000000000000</Account>" in answer[1], answer)


def create(name, code):
    body = {"FunctionName": name, "Runtime": "provided.al2023", "Role": ROLE, "Handler": "none",
            "Code": {"ZipFile": base64.b64encode(code).decode()}}
    return ask("POST", "/2015-03-31/functions", json.dumps(body).encode())


def zipped(*entries):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return out.getvalue()


def target(service, operation, body, content_type="application/x-amz-json-1.1"):
    name = {"kinesis": "Kinesis_20131202", "dynamodb": "DynamoDB_20120810", "sqs": "AmazonSQS", "logs": "Logs_20140328"}
    return ask("POST", "/", body, service, X_Amz_Target=f"{name[service]}.{operation}", Content_Type=content_type)


# It listens on loopback only.
inodes = {os.readlink(fd)[8:-1] for fd in glob.glob(f"/proc/{SERVER}/fd/*") if os.path.islink(fd)
          and os.readlink(fd).startswith("socket:")}
listening = [line.split()[1].split(":")[0] for table in ("/proc/net/tcp", "/proc/net/tcp6") for line in open(table)
             if len(line.split()) > 9 and line.split()[3] == "0A" and line.split()[9] in inodes]
LOOPBACK = {"0100007F", "0000000000000000FFFF00000100007F", "00000000000000000000000001000000"}
check("listens on loopback only", listening and set(listening) <= LOOPBACK, listening)

# Bad JSON and bad CBOR.
for service, operation in (("kinesis", "ListStreams"), ("dynamodb", "ListTables"), ("sqs", "ListQueues"),
                           ("logs", "DescribeLogGroups")):
    refused(f"bad JSON to {service}", target(service, operation, b'{"a": '), 400, "SerializationException")
    refused(f"JSON that is a list to {service}", target(service, operation, b"[1]"), 400, "SerializationException")
refused("bad JSON to lambda", ask("POST", "/2015-03-31/functions", b'{"FunctionName": '), 400, "SerializationException")
for body in (b"\xff\xff\xff", b"\xbf\x61", b"\x9b\xff\xff\xff\xff\xff\xff\xff\xff", b"\xa1" * 5000):
    refused(f"bad CBOR {body[:4]!r}", target("kinesis", "ListStreams", body, "application/x-amz-cbor-1.1"), 400,
            "SerializationException")
refused("JSON 100,000 deep", target("dynamodb", "ListTables", b'{"a":' + b"[" * 100_000), 400, "SerializationException")

# Wrong signature format.
for header in ("AWS4-HMAC-SHA256 nonsense", "AWS4-HMAC-SHA256 Credential=a/b, SignedHeaders=host, Signature=0"):
    answer = raw(f"GET /2015-03-31/functions HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: {header}\r\n\r\n".encode())
    check(f"signature {header[17:30]}...: 403 IncompleteSignatureException",
          b" 403 " in answer[:20] and b"IncompleteSignatureException" in answer, answer)
    works("a wrong signature")

# Operations that nobody has, and one that AWS has and the engine lacks.
refused("unknown target", target("kinesis", "Nonsense", b"{}"), 400, "UnknownOperationException")
refused("lacking target", target("kinesis", "SplitShard", b"{}"), 501, "SplitShard")
refused("unknown action", ask("POST", "/", b"Action=Nonsense&Version=2012-11-05", "sqs",
                              Content_Type="application/x-www-form-urlencoded"), 400, "InvalidAction")
refused("unknown path", ask("GET", "/2015-03-31/nonsense"), 501, "nonsense")
refused("unknown service", ask("GET", "/", b"", "quantum"), 501, "quantum")

# Oversize.
created = create("plain", package())
check("a function for what follows", created[0] == 201, created)
refused("an event that is no JSON", ask("POST", "/2015-03-31/functions/plain/invocations", b"{'a'"), 400,
        "InvalidRequestContentException")
big = b'"' + b"x" * (6 * 1024 * 1024) + b'"'
refused("payload beyond 6 MB", ask("POST", "/2015-03-31/functions/plain/invocations", big), 413,
        "RequestEntityTooLargeException")
answer = ask("PUT", "/2015-03-31/functions/plain/code", b"x" * 71_000_000)
check("package beyond 70 MB: 413", answer[0] == 413 and "RequestEntityTooLarge" in answer[1] + answer[2], answer)
works("a package beyond 70 MB")
announced = []
for size in [70_000_000] * 60 + [99_000_000_000]:
    sock = connect()
    sock.sendall(b"POST /2015-03-31/functions HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n{" % size)
    announced.append(sock)
works("4 GB in 60 requests that were announced and not sent")
for sock in announced:
    sock.close()

# Path traversal: a key is a name and no path.
folder = tempfile.gettempdir()
for key in ("../../../../../../../../tmp/thaw-escaped", "..%2f..%2f..%2f..%2f..%2f..%2f..%2ftmp%2fthaw-escaped",
            "a/../../../../../../../../../tmp/thaw-escaped", "%00", "/" * 20 + "etc/passwd"):
    ask("PUT", "/traversal", b"", "s3")
    answer = ask("PUT", f"/traversal/{key}", b"escaped", "s3")
    check(f"key {key[:40]} is kept or refused", answer[0] in (200, 400), answer)
    read = ask("GET", f"/traversal/{key}", b"", "s3")
    check("and reads back itself or nothing", (read[0] == 200 and read[1] == "escaped") or read[0] in (400, 404), read)
    check("and nothing lies outside", not os.path.exists(f"{folder}/thaw-escaped") and not os.path.exists("/tmp/thaw-escaped"))
    works("a key that climbs")
refused("bucket that climbs", ask("PUT", "/..", b"", "s3"), 400, "InvalidBucketName")

# Zip slip, zip bomb, and what is no ZIP.
refused("zip slip", create("slip", zipped(("bootstrap", "#!/bin/sh"), ("../../../../../../tmp/thaw-slipped", "x"))), 400,
        "InvalidParameterValueException")
check("nothing slipped out", not os.path.exists("/tmp/thaw-slipped"))
refused("zip bomb", create("bomb", zipped(("bootstrap", b"\0" * 262_144_001))), 400, "InvalidParameterValueException")
refused("no ZIP", create("nozip", b"this is no ZIP"), 400, "InvalidParameterValueException")
refused("truncated ZIP", create("truncated", package()[:-30]), 400, "InvalidParameterValueException")

# What is no HTTP.
for garbage in (b"\x00" * 1000, os.urandom(4096), b"GET\r\n\r\n", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
                b"GET / HTTP/1.1\r\n" + b"X: " + b"y" * 200_000 + b"\r\n\r\n", b"POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
                b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"):
    with connect() as sock:
        try:
            sock.sendall(garbage)
            sock.shutdown(socket.SHUT_WR)
            ended = sock.recv(65536)
        except (ConnectionResetError, BrokenPipeError):
            ended = b""
        check(f"garbage {garbage[:12]!r} is refused or cut off", not ended or b" 4" in ended[:14] or b" 5" in ended[:14], ended)
    works("garbage")

# Half-open: requests that never end hold nobody up.
half = []
for i in range(200):
    sock = connect()
    sock.sendall((b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{", b"GE", b"")[i % 3])
    half.append(sock)
works("200 half-open connections")
invoked = ask("POST", "/2015-03-31/functions/plain/invocations", b'{"still":"here"}')
check("functions run meanwhile", invoked[0] == 200 and invoked[1] == '{"still":"here"}', invoked)
for sock in half:
    sock.close()
works("all of them closed")
ask("DELETE", "/2015-03-31/functions/plain")
done(80)
