# Made by `cheomseong synth` for ojeomneo: changes here are lost.
"""The number of a request, by which its lines are found in the logs of all services."""

from __future__ import annotations

import re
from contextvars import ContextVar
from uuid import uuid4

HEADER = "X-Request-ID"

request_id: ContextVar[str | None] = ContextVar("request_id", default=None)

# Whoever asks chooses it: nothing that could be more than a number ends up in logs.
_SANE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:-]{0,127}")


def request_id_of(told: str | None) -> str:
    """What the client called its request, where that is sane; else a new one."""
    return told if told and _SANE.fullmatch(told) else uuid4().hex
