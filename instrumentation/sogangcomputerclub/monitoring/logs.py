# Made by `cheomseong synth` for sogangcomputerclub: changes here are lost.
"""Logs: one JSON object on each line, whoever writes it."""

from __future__ import annotations

import atexit
import logging
import os
import queue
import sys
from threading import Thread
from typing import Any, MutableMapping, TextIO

import structlog

from . import paths, tracing
from .request_id import request_id

# Lines that wait for whoever reads them. While nobody does, the application goes on,
# and the lines that there is no room for are counted.
WAITING = 10_000

Event = MutableMapping[str, Any]


class Appended:
    """A file to whose end lines are written, opened anew once it was rotated away."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.file = self._opened()

    def _opened(self) -> int:
        return os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)

    def _is_there(self) -> bool:
        try:
            return os.path.samestat(os.stat(self.path), os.fstat(self.file))
        except FileNotFoundError:
            return False

    def write(self, text: str) -> int:
        if not self._is_there():
            rotated, self.file = self.file, self._opened()
            os.close(rotated)
        # At once, so that lines of several processes do not mix.
        return os.write(self.file, text.encode())

    def flush(self) -> None:
        """Nothing waits here."""


class Lines(logging.Handler):
    """Hands lines to a thread that writes them: nobody waits for a full pipe."""

    def __init__(self, stream: TextIO | Appended) -> None:
        super().__init__()
        self.stream = stream
        self.begin()
        # A thread does not come along into a process that is forked.
        os.register_at_fork(after_in_child=self.begin)

    def begin(self) -> None:
        self.dropped = 0
        self.waiting: queue.Queue[str] = queue.Queue(WAITING)
        self.writer: Thread | None = None

    def emit(self, record: logging.LogRecord) -> None:
        try:
            line = self.format(record)
            if self.writer is None:
                self.writer = Thread(target=self._write, daemon=True)
                self.writer.start()
            self.waiting.put_nowait(line)
        except queue.Full:
            self.dropped += 1
        except Exception:
            self.handleError(record)

    def _write(self) -> None:
        while True:
            line = self.waiting.get()
            try:
                self.stream.write(line + "\n")
                if self.waiting.empty():
                    self.stream.flush()
                self._tell_dropped()
            except (OSError, ValueError):
                self.dropped += 1  # Nobody reads any more.
            finally:
                self.waiting.task_done()

    def _tell_dropped(self) -> None:
        dropped, self.dropped = self.dropped, 0
        if dropped:
            logging.getLogger(__name__).warning("%d lines were dropped", dropped)

    def flush(self) -> None:
        """Waits until what was said is written, for at most two seconds."""
        if self.writer is not None:
            written = Thread(target=self.waiting.join, daemon=True)
            written.start()
            written.join(2.0)


def _told(service: str) -> Any:
    def add(logger: Any, method: str, event: Event) -> Event:
        """What is known of each line beside what it says."""
        event["service"] = service
        number = request_id.get()
        if number is not None:
            event.setdefault("request_id", number)
        event.update(tracing.current())
        return event

    return add


def _message(logger: Any, method: str, event: Event) -> Event:
    """What agents for logs call it."""
    event["message"] = event.pop("event", "")
    return event


class NotAsked(logging.Filter):
    """Leaves out of uvicorn's access log what machines ask every few seconds."""

    def filter(self, record: logging.LogRecord) -> bool:
        args = record.args
        asked = args[2] if isinstance(args, tuple) and len(args) > 2 else ""
        return str(asked).split("?", 1)[0] not in paths.UNCOUNTED


# They have handlers of their own, whose lines are no JSON.
_OTHERS = (
    *("uvicorn", "uvicorn.error", "uvicorn.access"),
    *("gunicorn.error", "gunicorn.access"),
    *("celery", "celery.task", "celery.redirected"),
    *("django", "django.server"),
)


def flush() -> None:
    """Waits until what was said is written."""
    for handler in logging.getLogger().handlers:
        handler.flush()


def setup_logs(service: str, stream: TextIO | None = None) -> None:
    """
    Writes what structlog and logging are told to stdout: timestamp, level, service,
    logger, message, within a request request_id, within a trace trace_id and span_id.

    LOG_LEVEL is the least that is written: INFO unless told. LOG_FILE is a file to
    which the same lines are written beside, for agents that read files.
    """
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        _told(service),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.StackInfoRenderer(),
        structlog.processors.format_exc_info,
    ]
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *shared,
            structlog.stdlib.PositionalArgumentsFormatter(),
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=shared,
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            _message,
            structlog.processors.JSONRenderer(ensure_ascii=False, default=repr),
        ],
    )
    root = logging.getLogger()
    root.handlers = [Lines(stream or sys.stdout)]
    path = os.environ.get("LOG_FILE")
    if path:
        root.handlers.append(Lines(Appended(path)))
    for handler in root.handlers:
        handler.setFormatter(formatter)
        atexit.register(handler.flush)
    root.setLevel(os.environ.get("LOG_LEVEL", "INFO").upper())
    for name in _OTHERS:
        other = logging.getLogger(name)
        other.handlers = []
        other.propagate = True
    logging.getLogger("uvicorn.access").addFilter(NotAsked())
