"""What the scripted clients share: expectations that count, and a function in sh and curl."""
import io
import os
import sys
import time
import zipfile

ENDPOINT = os.environ["AWS_ENDPOINT_URL"]
REGION = os.environ["AWS_REGION"]
ACCOUNT = os.environ["AWS_ACCESS_KEY_ID"]
ROLE = f"arn:aws:iam::{ACCOUNT}:role/any"
WORK = sys.argv[1]

BOOTSTRAP = """#!/bin/sh
API="http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime"
while true; do
  EVENT=$(curl -sS -D "$TMPDIR/h" "$API/invocation/next") || exit 9
  ID=$(grep -i '^lambda-runtime-aws-request-id:' "$TMPDIR/h" | tr -d '[:space:]' | cut -d: -f2)
  echo "EVENT $EVENT"
  printf '%s' "$EVENT" | curl -sS -o /dev/null --data-binary @- "$API/invocation/$ID/response"
done
"""

passed = 0


def package():
    """A ZIP of an echoing function."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        entry = zipfile.ZipInfo("bootstrap")
        entry.external_attr = 0o755 << 16
        archive.writestr(entry, BOOTSTRAP)
    return out.getvalue()


def check(what, is_so, seen=""):
    """Ends the script unless it is so."""
    global passed
    if not is_so:
        sys.exit(f"FAILED: {what}: {seen!r}"[:2000])
    passed += 1
    print(f"ok: {what}")


def wait_for(what, look, seconds=60):
    """Looks until there is something."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        seen = look()
        if seen:
            return seen
        time.sleep(0.1)
    sys.exit(f"FAILED: no {what} within {seconds} s")


def done(least):
    """A script that checked less than it should has not checked."""
    if passed < least:
        sys.exit(f"FAILED: {passed} checks instead of at least {least}")
    print(f"{passed} checks")
