"""Prints how long each engine takes from the start of its command to its first answer, the median of some starts in
turns; and writes two free ports."""

import os
import socket
import statistics
import subprocess
import sys
import time

WORK, TIMES = sys.argv[1], int(sys.argv[2])
SCOPE = "Credential=000000000000/20260101/us-east-1/lambda/aws4_request, SignedHeaders=host;x-amz-date, Signature=0"
REQUEST = (
    "GET /2015-03-31/functions/ HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
    f"X-Amz-Date: 20260101T000000Z\r\nAuthorization: AWS4-HMAC-SHA256 {SCOPE}\r\n\r\n"
).encode()
LONGEST = 60


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def answers(port):
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=LONGEST) as connection:
            connection.sendall(REQUEST)
            return b" 200 " in connection.recv(256).split(b"\r\n")[0] + b" "
    except OSError:
        return False


def start(command, variables):
    port = free_port()
    environment = {**os.environ, **{name: text.format(port=port) for name, text in variables.items()}}
    begin = time.monotonic()
    with open(os.path.join(WORK, "start.log"), "ab") as log:
        process = subprocess.Popen([word.format(port=port) for word in command], env=environment, stdout=log, stderr=log)
    try:
        while not answers(port):
            if process.poll() is not None or time.monotonic() - begin > LONGEST:
                with open(log.name, errors="replace") as written:
                    sys.exit(f"{command[0]} does not answer:\n{written.read()[-2000:]}")
            time.sleep(0.001)
        return time.monotonic() - begin
    finally:
        process.terminate()
        process.wait(LONGEST)


ENGINES = {
    "thaw": (["./thaw", "serve", "--port", "{port}"], {}),
    "moto": (["moto_server", "-H", "127.0.0.1", "-p", "{port}"], {}),
    "ministack": (["ministack"], {"BIND_HOST": "127.0.0.1", "GATEWAY_PORT": "{port}"}),
}

times = {name: [] for name in ENGINES}
for _ in range(TIMES):
    for name, (command, variables) in ENGINES.items():
        times[name].append(start(command, variables))
for name, seconds in times.items():
    ratio = statistics.median(seconds) / statistics.median(times["thaw"])
    print(f"start to first answer, {name}: {statistics.median(seconds):.2f} s ({ratio:.1f}x)", flush=True)
with open(os.path.join(WORK, "ports"), "w") as ports:
    print(free_port(), free_port(), file=ports)
