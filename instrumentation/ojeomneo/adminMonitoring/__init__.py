# Made by `cheomseong synth` for ojeomneo: changes here are lost.
"""How 오점너 is monitored: README.md says how it is set up."""

from __future__ import annotations

from typing import Iterable

from . import processes  # noqa: F401  Before prometheus_client is imported.
from .health import ready_check

__all__ = [
    "ready_check",
    "setup_monitoring",
]


def setup_monitoring(middleware: Iterable[str], service_name: str) -> list[str]:
    """
    Sets up Django in its settings: answers machines, and writes
    logs as JSON: MIDDLEWARE = setup_monitoring([…], "service").
    """
    from .logs import setup_logs

    setup_logs(service_name)
    return [f"{__name__}.django.MonitoringMiddleware", *middleware]
