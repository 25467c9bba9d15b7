"""Sends tasks to the worker: each line of standard input is a name and its arguments in JSON."""

import json
import sys

import worker
from monitoring.request_id import request_id

request_id.set("asked-1")
for line in sys.stdin:
    name, *arguments = json.loads(line)
    worker.app.send_task(
        name, args=arguments, **({"expires": -1} if name.endswith("never_runs") else {})
    )
    print("sent", flush=True)
