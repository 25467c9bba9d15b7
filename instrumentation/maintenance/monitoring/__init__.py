# Made by `cheomseong synth` for maintenance: changes here are lost.
"""How Maintenance is monitored: README.md says how it is set up."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from . import processes  # noqa: F401  Before prometheus_client is imported.
from .health import ready_check
from .operations import query

if TYPE_CHECKING:
    from starlette.applications import Starlette

    App = TypeVar("App", bound=Starlette)

__all__ = [
    "query",
    "ready_check",
    "setup_monitoring",
]


def setup_monitoring(app: App, service_name: str) -> App:
    """
    Sets up an application of Starlette or FastAPI: counts its requests, answers
    machines, and writes logs as JSON. Where in the program it is called, and which
    middlewares are added later, makes no difference.
    """
    from .endpoints import Endpoints
    from .http import CountedRequests
    from .logs import setup_logs

    if getattr(app.state, "is_monitored", False):
        return app
    app.state.is_monitored = True
    setup_logs(service_name)
    build = app.build_middleware_stack

    def built() -> Endpoints:
        return Endpoints(CountedRequests(build(), lambda: app.routes))

    # Around all others, the framework's own that answers for exceptions included.
    setattr(app, "build_middleware_stack", built)
    if app.middleware_stack is not None:
        app.middleware_stack = built()
    return app
