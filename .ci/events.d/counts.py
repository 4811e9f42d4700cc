"""Counts what became of a run's events in the raw files of its folder: by client, by platform and by log."""

import collections
import glob
import gzip
import json
import sys

COLUMNS = ["route", "sent", "accepted", "metric", "reports", "handled", "lost", "duplicated", "events/s", "verdict"]


def lines(pattern):
    for name in glob.glob(pattern):
        with gzip.open(name, "rt", encoding="utf-8") as file:
            for line in file:
                yield json.loads(line)


def show(cells):
    print("".join(f"{cell:>11}" for cell in cells), flush=True)


def main(route, planned, folder):
    sent, accepted, errors, first, last = 0, set(), collections.Counter(), None, 0
    for request in lines(f"{folder}/requests-*.ndjson.gz"):
        sent += 1
        slot, timing, answer = request["slot"], request["timing"], request["answer"]
        first = min(first or timing["intendedNs"], timing["intendedNs"])
        if answer.get("status", 0) // 100 == 2 and not answer.get("functionError"):
            accepted.add(f"{slot['phase']}.{slot['variant']}.{slot['index']}")
        else:
            errors[f"{answer.get('status')} {answer.get('error')}"] += 1

    handled, invocations = collections.Counter(), set()
    for handling in lines(f"{folder}/handlings.ndjson.gz"):
        invocations.add(handling["requestId"])
        if not handling["isFailed"]:
            handled[handling["eventId"]] += 1
            last = max(last, handling["endedNs"])

    reports = {record["report"]["requestId"] for record in lines(f"{folder}/platform.ndjson.gz")}
    with open(f"{folder}/run.json", encoding="utf-8") as file:
        metric = sum(count["counted"] for count in json.load(file)["invocations"].values())

    lost = len(accepted - handled.keys())
    duplicated = sum(1 for times in handled.values() if times > 1)
    agrees = (
        sent == len(accepted) == len(handled) == planned
        and metric == len(reports) == len(invocations)
        and lost == duplicated == 0
        and (route == "kinesis" or metric == planned)
    )
    rate = round(len(handled) * 1e9 / (last - first)) if handled else 0
    show([route, sent, len(accepted), metric, len(reports), len(handled), lost, duplicated, rate,
          "agree" if agrees else "DIFFER"])
    for error, times in errors.most_common(5):
        print(f"{times:>11} × {error}")
    return 0 if agrees else 1


if sys.argv[1] == "--header":
    show(COLUMNS)
else:
    sys.exit(main(sys.argv[1], int(sys.argv[2]), sys.argv[3]))
