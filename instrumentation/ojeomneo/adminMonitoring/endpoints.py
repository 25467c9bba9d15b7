# Made by `cheomseong synth` for ojeomneo: changes here are lost.
"""What machines ask: the scrape, whether the program lives, whether it is ready."""

from __future__ import annotations

import asyncio
import json
from typing import Any, Awaitable, Callable, MutableMapping, NamedTuple

from . import health, paths
from .exposition import exposition
from .threads import in_thread

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
ASGIApp = Callable[[Scope, Receive, Send], Awaitable[None]]


class Answer(NamedTuple):
    status: int
    content_type: str
    body: bytes


def _as_json(status: int, value: object) -> Answer:
    return Answer(status, "application/json", json.dumps(value).encode())


def _ready(said: dict[str, str]) -> Answer:
    is_ready = all(answer == health.OK for answer in said.values())
    state = "ready" if is_ready else "unready"
    return _as_json(200 if is_ready else 503, {"status": state, "checks": said})


def answer(path: str, accept: str, with_process: bool = False) -> Answer | None:
    """What is answered at a path of these; None at all others. It waits."""
    if path == paths.METRICS:
        content_type, body = exposition(accept, with_process)
        return Answer(200, content_type, body)
    if path == paths.HEALTH:
        return _as_json(200, {"status": "ok"})
    return _ready(health.ask()) if path == paths.READY else None


async def answer_soon(path: str, accept: str) -> Answer | None:
    """The same in an event loop, which goes on meanwhile."""
    if path == paths.READY:
        return _ready(await health.ask_soon())
    if path == paths.METRICS:
        return await asyncio.wrap_future(in_thread(lambda: answer(path, accept)))
    return answer(path, accept)


def header(scope: Scope, name: bytes) -> str:
    """A header of a request, or nothing."""
    values = [value for key, value in scope["headers"] if key.lower() == name]
    return b", ".join(values).decode("latin-1")


def path_of(scope: Scope) -> str:
    """The path within the application, wherever a proxy or a mount has put it."""
    path: str = scope["path"]
    root: str = scope.get("root_path", "").rstrip("/")
    return path[len(root) :] if root and path.startswith(root + "/") else path


class Endpoints:
    """
    Answers machines before anything else is asked: no login, no list of hosts and no
    full pool of threads keeps them out.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        asked = path_of(scope) if scope["type"] == "http" else ""
        if asked not in paths.ANSWERED or scope["method"] not in ("GET", "HEAD"):
            await self.app(scope, receive, send)
            return
        answered = await answer_soon(asked, header(scope, b"accept"))
        assert answered is not None
        status, content_type, body = answered
        headers = [
            (b"content-type", content_type.encode()),
            (b"content-length", str(len(body)).encode()),
        ]
        await send(
            {"type": "http.response.start", "status": status, "headers": headers}
        )
        sent = b"" if scope["method"] == "HEAD" else body
        await send({"type": "http.response.body", "body": sent})
