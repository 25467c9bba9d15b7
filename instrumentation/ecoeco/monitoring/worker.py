# Made by `cheomseong synth` for ecoeco: changes here are lost.
"""Answers Prometheus and Kubernetes where there is no web server: for a worker."""

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
