"""Asks an ASGI application as a server does, and reads what was counted."""

import asyncio

import monitoring  # noqa: F401  As in an application: before what it sets up.
from prometheus_client import REGISTRY


def value(name, **labels):
    """The value of a series; None where it is not exported."""
    return REGISTRY.get_sample_value(name, labels)


def scope_of(path, method="GET", headers=(), **more):
    return {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "root_path": "",
        "headers": [(b"host", b"test"), *headers],
        "client": ("127.0.0.1", 1),
        "server": ("test", 80),
        **more,
    }


class Client:
    """A client that stays until it is told to go."""

    def __init__(self, body=b""):
        self.body = body
        self.messages = []
        self.gone = asyncio.Event()
        self.asked = False

    async def receive(self):
        if not self.asked:
            self.asked = True
            return {"type": "http.request", "body": self.body, "more_body": False}
        await self.gone.wait()
        return {"type": "http.disconnect"}

    async def send(self, message):
        self.messages.append(message)

    @property
    def status(self):
        return next((m["status"] for m in self.messages if "status" in m), None)

    @property
    def headers(self):
        return {
            k.decode(): v.decode()
            for m in self.messages
            for k, v in m.get("headers", ())
        }

    @property
    def text(self):
        return b"".join(m.get("body", b"") for m in self.messages).decode()


async def started(app):
    """Starts the application as a server does, and ends it again."""
    asked = iter(("lifespan.startup", "lifespan.shutdown"))

    async def receive():
        return {"type": next(asked)}

    async def send(message):
        assert not message["type"].endswith("failed"), message

    await app({"type": "lifespan", "asgi": {"version": "3.0"}}, receive, send)


async def ask(app, path, method="GET", client=None, **more):
    """Asks it, and hands back the client with what it was answered; exceptions are the server's."""
    client = client or Client()
    try:
        await app(scope_of(path, method, **more), client.receive, client.send)
    except Exception as error:
        client.error = error
    return client
