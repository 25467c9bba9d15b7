# Made by `cheomseong synth` for sogangcomputerclub: changes here are lost.
"""The patterns of routes, mounted ones included, which are counted instead of paths."""

from __future__ import annotations

from typing import Any, Iterable, Iterator

# One value for whatever matches none: anybody can ask for any path.
UNMATCHED = "unmatched"

# How a route goes on that was mounted and has no routes: files, another framework.
REST = "/{path:path}"


def pattern(routes: Iterable[Any], scope: Any) -> str | None:
    """The pattern of the route that will answer, as Starlette itself looks for it."""
    other_method: str | None = None
    for route in routes:
        match, found = route.matches(scope)
        path: str = getattr(route, "path", "")
        if match.name == "FULL":
            inner = getattr(route, "routes", None)
            if inner is None:
                return path
            if not inner:
                return path + REST
            below = pattern(inner, {**scope, **found})
            return None if below is None else path + below
        if match.name == "PARTIAL" and other_method is None:
            other_method = path
    return other_method


def _methods(route: Any) -> Iterable[str]:
    methods = getattr(route, "methods", None)
    if methods is not None:
        # Starlette adds HEAD to each GET.
        return sorted(set(methods) - {"HEAD"})
    endpoint = getattr(route, "endpoint", None)
    named = ("GET", "POST", "PUT", "PATCH", "DELETE")
    return [each for each in named if hasattr(endpoint, each.lower())]


def known(routes: Iterable[Any], before: str = "") -> Iterator[tuple[str, str]]:
    """Each method with the pattern of each route that answers it."""
    for route in routes:
        path = before + getattr(route, "path", "")
        inner = getattr(route, "routes", None)
        if inner:
            yield from known(inner, path)
        elif inner is not None:
            yield "GET", path + REST
        else:
            for method in _methods(route):
                yield method, path
