/** Tasks of Celery. */
export const tasks = String.raw`"""Counts the tasks of a Celery worker: each once, however it ends."""

from __future__ import annotations

import logging
import os
from time import perf_counter
from typing import Any

from billiard.exceptions import TimeLimitExceeded, WorkerLostError
from celery import Celery, signals, states

from . import logs, processes, record
from .request_id import request_id, request_id_of
from .tracing import exemplar
from .worker import serve

# By the state in which a task leaves its process. One that it rejects comes again, or
# is a dead letter; one that is to be ignored did what it was asked.
ENDS = {
    states.SUCCESS: "success",
    states.FAILURE: "failure",
    states.RETRY: "retry",
    states.IGNORED: "success",
    states.REJECTED: "retry",
}

# A header of messages: what a task says is found by the request that asked for it.
ASKED_BY = "request_id"

_since: dict[str, float] = {}

# Processes of a pool. When one is ended amid a task, the main process tells what became
# of that: what it was ended for.
_pooled: set[int] = set()


def _process_began(**_: Any) -> None:
    _pooled.add(os.getpid())


def _began(task_id: str, task: Any, **_: Any) -> None:
    _since[task_id] = perf_counter()
    request_id.set(request_id_of(getattr(task.request, ASKED_BY, None)))


def _ended(task_id: str, task: Any, state: str | None = None, **_: Any) -> None:
    since = _since.pop(task_id, None)
    seconds = None if since is None else perf_counter() - since
    if state is not None or os.getpid() not in _pooled:
        status = ENDS.get(state or states.FAILURE, "failure")
        record.task_ended(task.name, status, seconds, exemplar())
    request_id.set(None)


def _lost(sender: Any, exception: Any = None, **_: Any) -> None:
    """Its process was killed, by its time limit or for memory, and tells nobody."""
    if isinstance(exception, (TimeLimitExceeded, WorkerLostError)):
        record.task_ended(sender.name, "failure", None, None)


def _revoked(sender: Any, terminated: bool = False, **_: Any) -> None:
    """It was ended while it ran. What is revoked before never began: none counts it."""
    if terminated:
        record.task_ended(sender.name, "failure", None, None)


def _published(headers: dict[str, Any] | None = None, **_: Any) -> None:
    number = request_id.get()
    if headers is not None and number is not None:
        headers.setdefault(ASKED_BY, number)


def _checked(instance: Any, **_: Any) -> None:
    """A worker that says so is better than processes whose counts nobody sees."""
    pool = instance.pool_cls
    is_prefork = "prefork" in getattr(pool, "__module__", str(pool))
    if is_prefork and processes.folder() is None:
        logging.getLogger(__name__).critical(
            "%s is not set: the processes of this worker could not tell what they "
            "count. Set it to an empty folder of this worker alone, or start the "
            "worker with --pool=solo or --pool=threads.",
            processes.VARIABLE,
        )
        logs.flush()
        # Of an exception Celery makes an end that went well.
        os._exit(1)


def _process_ended(pid: int, **_: Any) -> None:
    processes.forget(pid)
    logs.flush()


def count_tasks(app: Celery) -> None:
    """Counts what workers of this application do, from now on."""
    signals.task_prerun.connect(_began, weak=False)
    signals.task_postrun.connect(_ended, weak=False)
    signals.task_failure.connect(_lost, weak=False)
    signals.task_revoked.connect(_revoked, weak=False)
    signals.before_task_publish.connect(_published, weak=False)
    signals.worker_process_init.connect(_process_began, weak=False)
    signals.worker_process_shutdown.connect(_process_ended, weak=False)

    def ready(**_: Any) -> None:
        """All tasks are known: their series begin at 0, and a first failure counts."""
        for name in sorted(app.tasks):
            if not name.startswith("celery."):
                record.known_task(name)

    signals.worker_ready.connect(ready, weak=False)


def serve_worker(service: str, port: int) -> None:
    """Sets up what a worker needs when it starts, and other programs do not."""

    def begun(**_: Any) -> None:
        # Before any process is forked: nothing of an earlier run is told as this one's.
        processes.forget_others()

    def ready(**_: Any) -> None:
        # After they are forked, which thus have no thread of it.
        serve(int(os.environ.get("METRICS_PORT", port)))

    def configured(**_: Any) -> None:
        logs.setup_logs(service)

    signals.celeryd_init.connect(begun, weak=False)
    signals.setup_logging.connect(configured, weak=False)
    signals.celeryd_after_setup.connect(_checked, weak=False)
    signals.worker_ready.connect(ready, weak=False)
`;

/** Who answers for a worker. */
export const worker = String.raw`"""Answers Prometheus and Kubernetes where there is no web server: for a worker."""

from __future__ import annotations

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

from .endpoints import answer


class Handler(BaseHTTPRequestHandler):
    # Who asks and says no more is not waited for.
    timeout = 10

    def do_GET(self) -> None:
        path = self.path.split("?", 1)[0]
        accept = self.headers.get("Accept", "")
        answered = answer(path, accept, with_process=True)
        if answered is None:
            self.send_error(404)
            return
        self.send_response(answered.status)
        self.send_header("Content-Type", answered.content_type)
        self.send_header("Content-Length", str(len(answered.body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answered.body)

    do_HEAD = do_GET

    def log_message(self, format: str, *args: Any) -> None:
        """Nobody wants to know how often it is scraped."""


def serve(port: int) -> ThreadingHTTPServer:
    """Answers at a port, of all addresses, as long as the process lives."""
    server = ThreadingHTTPServer(("", port), Handler)
    server.daemon_threads = True
    Thread(target=server.serve_forever, daemon=True).start()
    return server
`;
