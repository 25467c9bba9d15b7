# Made by `cheomseong synth` for sogangcomputerclub: changes here are lost.
"""
What gunicorn.conf.py imports:

    from monitoring.gunicorn import child_exit, on_starting  # noqa: F401
"""

from __future__ import annotations

from typing import Any

from . import processes


def on_starting(server: Any) -> None:
    """Nothing of an earlier run is told as this one's."""
    processes.forget_others()


def child_exit(server: Any, worker: Any) -> None:
    """The gauges of a worker end with it."""
    processes.forget(worker.pid)
